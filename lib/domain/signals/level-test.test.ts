import { describe, expect, it } from "vitest";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, GAUGE } from "./fixtures/signal-facts";
import { testSignal } from "./judge-signal";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";

const DAY = afterHours(24);
const candidate = (of: Parameters<typeof blocks>[2], hours = 25) => blocks(0, hours, of);
const judge = (candidate: SignalBlock[], baseline: SignalBlock[], signal: Signal) =>
  testSignal(cellFacts({ total: { candidate, baseline } }), signal, DAY, null);

describe("levels", () => {
  const level = (of: number) => (nth: number) => ({ x: of * (1 + (nth % 5) / 100), exposure: null });
  const nodes = (factor: number, count: number) =>
    Array.from({ length: count }, (_, node) => ({
      segment: { label: "node", value: `n${node}` },
      candidate: candidate(level(factor * (100 + 7 * node) * (1 + node / 500))),
      baseline: blocks(-BASELINE_HOURS, BASELINE_HOURS, level(100 + 7 * node)),
    }));
  const whole = (factor: number) => ({
    candidate: candidate(level(factor * 300)),
    baseline: blocks(-BASELINE_HOURS, BASELINE_HOURS, level(300)),
  });

  it("are paired by node: six nodes at 1.5 times have the least p of six pairs", () => {
    const facts = cellFacts({ total: whole(1.5), segments: nodes(1.5, 6) });
    const test = testSignal(facts, GAUGE, DAY, null);
    expect(test).toMatchObject({ method: "signed-rank", p: 1 / 64, smallestP: 1 / 64, detectableRatio: null });
    expect(test.estimate?.ratio).toBeCloseTo(1.5, 1);
  });

  it("are paired by hour of the day where fewer than five nodes are known", () => {
    const test = testSignal(cellFacts({ total: whole(1.5), segments: nodes(1.5, 3) }), GAUGE, DAY, null);
    expect(test.p).toBeLessThan(1e-4);
    expect(testSignal(cellFacts({ total: whole(1.02) }), GAUGE, DAY, null).p).toBeGreaterThan(0.99);
  });

  it("of a baseline whose days differ by half prove nothing by one day that is half above", () => {
    const wandering = (_: number, hour: Date) => ({ x: 300 * (1 + 0.5 * (hour.getUTCDate() % 3)), exposure: null });
    const test = judge(
      candidate(() => ({ x: 690, exposure: null })),
      blocks(-BASELINE_HOURS, BASELINE_HOURS, wandering),
      GAUGE,
    );
    expect(test.p).toBeGreaterThan(0.05);
  });
});
