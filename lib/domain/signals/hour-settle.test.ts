import { describe, expect, it } from "vitest";
import { type ScrapedHour, settleHour } from "./hour-settle";

const hour = (of: Partial<ScrapedHour>): ScrapedHour => ({
  observed: new Map([["hubble", { seconds: 5400, targets: 2 }]]),
  wholes: new Map([["drop_per_flow", { x: 1, exposure: 100 }]]),
  buckets: new Map(),
  ...of,
});
const of = (id: string, given: Partial<ScrapedHour> = {}) =>
  settleHour(hour(given)).find(({ signal }) => signal === id);

describe("settleHour", () => {
  it("is covered as much as its targets are on average, and never more than whole", () => {
    expect(of("drop_per_flow")?.coverage).toBe(0.75);
    expect(of("drop_per_flow", { observed: new Map([["hubble", { seconds: 3600.5, targets: 1 }]]) })?.coverage).toBe(1);
  });

  it("is covered as the endpoint of a signal that was observed least", () => {
    const wholes = new Map([["agent_cpu", { x: 1, exposure: 1 }]]);
    const agent = ["agent", { seconds: 900, targets: 1 }] as const;
    expect(of("agent_cpu", { wholes })?.coverage).toBe(0);
    expect(
      of("agent_cpu", { wholes, observed: new Map([["hubble", { seconds: 3600, targets: 1 }], agent]) })?.coverage,
    ).toBe(0.25);
  });

  it("lost what queue, perf buffer and ring buffer lost, of signals of Hubble only", () => {
    const wholes = new Map([
      ["lost_queue", { x: 10, exposure: 10_000 }],
      ["lost_perf", { x: 5, exposure: 10_000 }],
      ["lost_ring", { x: 20, exposure: 10_000 }],
      ["agent_rss", { x: 1, exposure: null }],
    ]);
    expect(of("lost_queue", { wholes })?.lost).toBeCloseTo(0.0035, 9);
    expect(of("agent_rss", { wholes })?.lost).toBeNull();
    expect(of("drop_per_flow")?.lost).toBeNull();
  });
});
