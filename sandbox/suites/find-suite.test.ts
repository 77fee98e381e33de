import { describe, expect, it } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { isRunBy } from "@/sandbox/feeds/gate-feeds";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { findSuite } from "./find-suite";

const RUNNING = CLUSTERS.filter(({ pools }) => pools.length > 0);

describe("findSuite", () => {
  it.each(GATE_CATALOGUE)("$id: executes a case wherever it is run, and has none twice", (gate) => {
    const suite = findSuite(gate);
    for (const cluster of RUNNING.filter((candidate) => isRunBy(gate, candidate))) {
      const plan = suite?.plan(cluster) ?? [];
      const names = plan.map(({ group, name }) => `${group}/${name}`);
      expect(new Set(names).size).toBe(names.length);
      expect(plan.filter(({ skipped }) => skipped === undefined).length).toBeGreaterThan(0);
    }
  });

  it("runs a gate that joined the catalogue later, and none that somebody else defined", () => {
    const [cluster] = RUNNING;
    const unheardOf = { id: "unheard-of", origin: "catalogue" } as const;
    expect(cluster && findSuite(unheardOf)?.plan(cluster).length).toBeGreaterThan(0);
    expect(findSuite({ ...unheardOf, origin: "custom" })).toBeNull();
  });

  it("every gate of the catalogue is run by some cluster, so that no page of the demo is empty", () => {
    const idle = GATE_CATALOGUE.filter((gate) => !RUNNING.some((cluster) => isRunBy(gate, cluster)));
    expect(idle.map(({ id }) => id)).toEqual([]);
  });
});
