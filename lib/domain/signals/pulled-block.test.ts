import { describe, expect, it } from "vitest";
import { signalById } from "./catalogue/catalogue";
import { type HourAnswer, type HourFacts, pulledBlock, transitionBlock } from "./pulled-block";

const known = (id: string) => {
  const signal = signalById(id);
  if (signal === undefined) throw new Error(`no signal ${id}`);
  return signal;
};
const hour = new Date("2026-07-01T10:00:00Z");
const healthy: HourFacts = { hour, version: "1.20.0", agents: 3, coverage: 1, lost: 0, form: null };
const answer = (more: Partial<HourAnswer>): HourAnswer => ({
  x: undefined,
  exposure: undefined,
  segments: [],
  ...more,
});
const block = (id: string, more: Partial<HourAnswer>, facts: Partial<HourFacts> = {}) =>
  pulledBlock(known(id), answer(more), { ...healthy, ...facts });

describe("absent is not zero", () => {
  it("but a failure counter that nothing touched is, where its target was scraped and its denominator is there", () => {
    expect(block("drop_per_flow", { exposure: 50_000 })).toMatchObject({ x: 0, exposure: 50_000 });
  });

  it.each<[string, Partial<HourAnswer>, Partial<HourFacts>]>([
    ["drop_per_flow", {}, {}],
    ["drop_per_flow", { exposure: 50_000 }, { coverage: 0 }],
    ["drop_per_flow", { exposure: 50_000 }, { coverage: null }],
    ["drop_per_flow", { x: 7 }, {}],
    ["agent_cpu", { exposure: 50_000 }, {}],
    ["ct_alive", { exposure: 3 }, {}],
    ["restarts", {}, {}],
    ["http_p99_bucket", { exposure: 4000 }, {}],
    ["http_p99_bucket", { x: Number.NaN, exposure: 4000 }, {}],
    ["http_mean", { x: Infinity, exposure: 4000 }, {}],
    ["dns_unanswered", { x: 4, exposure: Number.NaN }, {}],
  ])("nor is any other: %s with %j", (id, more, facts) => {
    expect(block(id, more, facts).x).toBeNull();
  });

  it("and zero of zero is observed", () => {
    expect(block("drop_per_flow", { x: 0, exposure: 0 })).toMatchObject({ x: 0, exposure: 0 });
    expect(block("unreachable_nodes", { x: 0 })).toMatchObject({ x: 0, exposure: null });
  });
});

describe("what is kept of an hour", () => {
  it("divides a segment by its own exposure where it has one, else by the whole cluster's", () => {
    const segments = [
      { label: "reason", value: "POLICY_DENIED", x: 5, exposure: undefined },
      { label: "node", value: "n1", x: 4, exposure: 900 },
      { label: "source_namespace", value: "", x: 9, exposure: undefined },
      { label: "node", value: "n2", x: Number.NaN, exposure: 900 },
    ];
    expect(block("drop_per_flow", { x: 9, exposure: 1000, segments }).segments).toEqual([
      { label: "reason", value: "POLICY_DENIED", x: 5, exposure: 1000 },
      { label: "node", value: "n1", x: 4, exposure: 900 },
    ]);
    expect(block("drop_per_flow", { segments }).segments).toEqual([]);
  });

  it("takes away what the ring buffer makes up: of the cluster by its agents, of a node by its one", () => {
    const segments = [{ label: "node", value: "n1", x: 730, exposure: 10_000 }];
    const made = block("lost_ring", { x: 2200, exposure: 1e6, segments }, { version: "1.19.6" });
    expect(made.x).toBeCloseTo(2200 - 0.2 * 3 * 3600);
    expect(made.segments[0]?.x).toBeCloseTo(10);
    expect(block("lost_queue", { x: 2200, exposure: 1e6 }, { version: "1.19.6" }).x).toBe(2200);
  });

  it("reads per cent as a share", () => {
    const segments = [{ label: "family", value: "ipv4", x: 61, exposure: undefined }];
    expect(block("nat_saturation", { x: 61, segments })).toMatchObject({ x: 0.61, segments: [{ x: 0.61 }] });
  });

  it("is nothing of an hour in which two versions ran", () => {
    expect(transitionBlock(hour)).toMatchObject({ x: null, exposure: null, coverage: 0, segments: [] });
  });
});
