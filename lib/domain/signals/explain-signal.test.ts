import { describe, expect, it } from "vitest";
import acceptance from "../regressions/fixtures/explain-acceptance.json";
import { explainSignal } from "./explain-signal";
import { afterHours, BASELINE_HOURS, blocks, cellFacts, RATE } from "./fixtures/signal-facts";
import type { SegmentPair } from "./signal-block";

const { input } = acceptance;
const now = afterHours(24);
const { baseline: before, canary: after } = input.volume_flows;
/** These events and flows, spread evenly over the hours of either side. */
const side = (offset: number, hours: number, x: number, exposure: number, over = hours) =>
  blocks(offset, hours, () => ({ x: x / over, exposure: exposure / over }));
// One hour more: the transition, which is not judged.
const pair = (b: number, c: number, flows = { before, after }) => ({
  baseline: side(-BASELINE_HOURS, BASELINE_HOURS, b, flows.before),
  candidate: side(0, 25, c, flows.after, 24),
});
const segment = (label: string, value: string, of: { b: number; c: number }): SegmentPair => ({
  segment: { label, value },
  ...pair(of.b, of.c),
});
const reasons = Object.entries(input.label_reason).map(([value, of]) => segment("reason", value, of));
const namespaces = Object.entries(input.label_destination_namespace).map(([value, of]) =>
  segment("destination_namespace", value, of),
);

describe("explaining a signal", () => {
  it("names the one value that carries it, and not the namespaces that share it evenly", () => {
    const facts = cellFacts({ total: pair(500, 1000), segments: [...reasons, ...namespaces] });
    const explains = explainSignal(facts, RATE, { now });
    expect(explains.map(({ label, value }) => `label_${label}=${value}`)).toEqual(acceptance.expected.top);
    expect(explains[0]?.share).toBeCloseTo(0.975, 9);
    expect(explains[0]).toMatchObject({ expected: 0 });
    expect(explains[0]?.q).toBeLessThan(1e-50);
  });

  it("takes nodes together by what they have in common, against their own traffic", () => {
    const node = (name: string, b: number, c: number): SegmentPair => ({
      segment: { label: "node", value: name },
      ...pair(b, c, { before: before / 4, after: after / 4 }),
    });
    const segments = [node("a", 125, 150), node("b", 125, 150), node("c", 125, 350), node("d", 125, 350)];
    const kernel = (value: string) => [{ label: "kernel", value }];
    const nodes = new Map([
      ["a", kernel("6.12")],
      ["b", kernel("6.12")],
      ["c", kernel("5.10")],
      ["d", kernel("5.10")],
    ]);
    const explains = explainSignal(cellFacts({ total: pair(500, 1000), segments }), RATE, { now, nodes });
    expect(explains[0]).toMatchObject({ label: "kernel", value: "5.10", expected: 0.5 });
    expect(explains[0]?.share).toBeCloseTo(1, 9);
    expect(explains.slice(1).map(({ value }) => value)).toEqual(["c", "d"]);
  });

  it("says nothing where everybody got worse alike", () => {
    const facts = cellFacts({ total: pair(500, 1000), segments: namespaces });
    expect(explainSignal(facts, RATE, { now })).toEqual([]);
  });
});
