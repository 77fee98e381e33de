import { describe, expect, it } from "vitest";
import { signalById } from "./catalogue/catalogue";
import { type SegmentHours, type SegmentParts, segmentPairs } from "./series-segments";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";

const START = Date.UTC(2026, 5, 15);
const hourAt = (nth: number) => new Date(START + nth * 3_600_000);
const block = (nth: number, of: Partial<SignalBlock> = {}): SignalBlock => ({
  ...{ hour: hourAt(nth), x: 1, exposure: 100, coverage: 1, lost: 0.001, form: null },
  ...of,
});
const part = (label: string, value: string, hours: Record<number, [number | null, number | null]>): SegmentHours => ({
  label,
  value,
  hours: Object.keys(hours).map((nth) => hourAt(Number(nth)).getTime() / 1000),
  x: Object.values(hours).map(([x]) => x),
  exposure: Object.values(hours).map(([, exposure]) => exposure),
});
function signal(id: string): Signal {
  const found = signalById(id);
  if (found === undefined) throw new Error(id);
  return found;
}
const NONE: SegmentParts = { candidate: [], baseline: [], before: [] };
const total = {
  candidate: [block(0, { x: 5 }), block(1, { x: 0 }), block(2, { x: 5 }), block(3, { x: null, coverage: 0.1 })],
  baseline: [block(-3), block(-2, { coverage: 0.5 }), block(-1, { exposure: 250 })],
};
const pairsOf = (id: string, parts: Partial<SegmentParts>) => segmentPairs(signal(id), total, { ...NONE, ...parts });

describe("segmentPairs", () => {
  it("has nothing of a value in hours in which its label was looked at, and unknown in the others", () => {
    const [rare] = pairsOf("dns_error", {
      candidate: [part("rcode", "A", { 0: [1, null] }), part("rcode", "B", { 0: [4, null], 2: [5, null] })],
    });
    expect(rare?.candidate.map(({ hour, x, exposure }) => [hour, x, exposure])).toEqual([
      [hourAt(0), 1, null],
      [hourAt(1), 0, null],
      [hourAt(2), 0, null],
    ]);
    const [alone] = pairsOf("dns_error", { candidate: [part("rcode", "A", { 0: [5, null] })] });
    // The second hour had no event at all; of the third it is not known which value they had.
    expect(alone?.candidate.map(({ hour }) => hour)).toEqual([hourAt(0), hourAt(1)]);
  });

  it("takes the baseline before the candidate as one block over the traffic of the hours that count", () => {
    const [rcode, node] = pairsOf("dns_error", {
      before: [
        { label: "rcode", value: "A", x: 7, exposure: null },
        { label: "node", value: "n1", x: 7, exposure: 40 },
      ],
    });
    expect(rcode?.baseline).toEqual([{ hour: hourAt(-3), x: 7, exposure: 350, coverage: 1, lost: null, form: null }]);
    expect(node?.baseline[0]).toMatchObject({ x: 7, exposure: 40 });
  });

  it("keeps levels hour by hour, with the coverage of their whole", () => {
    const [node] = pairsOf("agent_rss", { baseline: [part("node", "n1", { [-2]: [9, null], 5: [1, null] })] });
    expect(node?.baseline).toEqual([block(-2, { x: 9, exposure: null, coverage: 0.5 })]);
    expect(node?.candidate).toEqual([]);
  });

  it("keeps of a label what is great on either side: what is new is not hidden by weeks of others", () => {
    const old = Array.from({ length: 25 }, (_, nth) => ({
      label: "rcode",
      value: `R${nth}`,
      x: 1000 - nth,
      exposure: null,
    }));
    const pairs = pairsOf("dns_error", {
      before: old,
      candidate: [part("rcode", "NEW", { 0: [3, null], 2: [4, null] })],
    });
    expect(pairs).toHaveLength(20);
    expect(pairs[0]?.segment.value).toBe("NEW");
    expect(pairs.map(({ segment }) => segment.value)).not.toContain("R24");
  });
});
