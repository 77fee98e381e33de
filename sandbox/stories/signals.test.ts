import { describe, expect, it } from "vitest";
import { judgeBoard } from "@/lib/domain/regressions/judge-board";
import type { JudgedCell } from "@/lib/domain/regressions/judged-cell";
import { type StoredSignalTest, storeSignalTest } from "@/lib/domain/regressions/stored-signal-test";
import { SIGNALS, signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { testSignal } from "@/lib/domain/signals/judge-signal";
import { MetricWindow } from "@/lib/domain/signals/metric-windows";
import type { SignalBlock } from "@/lib/domain/signals/signal-block";
import { metricFeeds, usualUpgrade } from "@/sandbox/feeds/metric-feeds";
import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { BASELINE, CANDIDATE } from "@/sandbox/fleet/releases";
import { historySlots } from "@/sandbox/schedule";

const NOW = Date.parse("2026-11-22T18:03:11Z");

/** The hours of each signal of a cluster as the product keeps them, by release. */
function blocksOf(cluster: DemoCluster): Map<string, SignalBlock[]> {
  const blocks = new Map<string, SignalBlock[]>();
  const seen = new Set<string>();
  for (const { lane, compose } of metricFeeds(cluster, usualUpgrade(NOW), NOW)) {
    for (const slot of historySlots(lane, NOW)) {
      const { release, windows } = JSON.parse(compose(slot).document.body);
      for (const text of windows) {
        const { signal, start, x, exposure, coverage } = MetricWindow.parse(text);
        if (seen.has(`${signal} ${start}`)) continue;
        seen.add(`${signal} ${start}`);
        const key = `${release} ${signal}`;
        const block = { hour: new Date(start), x, exposure, coverage, lost: null, form: null };
        blocks.set(key, [...(blocks.get(key) ?? []), block]);
      }
    }
  }
  return blocks;
}

function testsOf(cluster: DemoCluster): StoredSignalTest[] {
  const blocks = blocksOf(cluster);
  const names = new Set([...blocks.keys()].map((key) => key.split(" ")[1] ?? ""));
  return [...names].flatMap((signalId) => {
    const signal = signalById(signalId);
    if (signal === undefined) throw new Error(`${signalId} is not in the catalogue`);
    const of = (release: string) => blocks.get(`${release} ${signalId}`) ?? [];
    const facts = {
      cluster: cluster.name,
      signalId,
      release: CANDIDATE,
      baselineRelease: BASELINE,
      total: { candidate: of(CANDIDATE), baseline: of(BASELINE) },
      segments: [],
      controls: [],
      expectsCandidate: true,
      acceptedNovelties: [],
    };
    return [storeSignalTest(testSignal(facts, signal, new Date(NOW), null))];
  });
}

function judge(): Map<string, JudgedCell> {
  const told = CLUSTERS.filter(
    ({ installedRelease, story }) => installedRelease === CANDIDATE && story !== "istio-ambient-failing",
  );
  const { cells } = judgeBoard({
    release: CANDIDATE,
    baseline: BASELINE,
    gateCells: [],
    signalTests: told.flatMap(testsOf),
    previous: new Map(),
    waivers: [],
    labels: new Map(),
    attributes: new Map(),
    calibrated: new Set(told.map(({ name }) => name)),
    signals: new Map(SIGNALS.map((signal) => [signal.id, signal])),
    now: new Date(NOW),
  });
  return new Map(cells.map((cell) => [`${cell.cluster} ${cell.subject}`, cell]));
}

const judged = judge();
const stateOf = (cluster: string, signal: string) => judged.get(`${cluster} ${signal}`)?.card.state;
const statesOf = (cluster: string) =>
  [...judged.values()].filter((cell) => cell.cluster === cluster).map(({ card }) => card.state);

describe("the metrics of the stories, by the product's own rules", () => {
  it("DNS errors after the upgrade are a regression", () => {
    expect(stateOf("gate-rhel8", "dns_error")).toBe("REGRESSED");
    expect(stateOf("gate-rhel8", "http_5xx")).toBe("CLEAN");
  });

  it("a rise that the release notes announce is to be decided, not red", () => {
    const cell = judged.get("eu-canary-1 policy_denied");
    expect(cell?.card.state).toBe("SUSPECT");
    expect(cell?.card.notes.join(" ")).toContain("release notes");
  });

  it("a NAT table that fills up is beyond its limit whatever the baseline was", () => {
    const cell = judged.get("gate-aks-ubuntu nat_saturation");
    expect(cell?.card).toMatchObject({ state: "REGRESSED", channel: "guardrail", blocks: true });
  });

  it.each(["gate-eks-al2023", "gate-kind-dual"])("nothing is held against %s, with or without a surge", (cluster) => {
    const states = new Set(statesOf(cluster));
    expect([...states].filter((state) => !["CLEAN", "INSUFFICIENT", "IMPROVED"].includes(state))).toEqual([]);
    expect(states).toContain("CLEAN");
  });

  it("what went dark is stale, and the agent's signals are not", () => {
    expect(stateOf("data-canary-1", "drop_per_flow")).toBe("STALE");
    expect(stateOf("data-canary-1", "bpf_map_pressure")).toBe("CLEAN");
  });
});
