import { describe, expect, it } from "vitest";
import acceptance from "../regressions/fixtures/explain-acceptance.json";
import { bubbleUp } from "./bubble-up";

const { input, expected } = acceptance;
const scale = input.volume_flows.canary / input.volume_flows.baseline;
const labels = [
  { given: input.label_reason, rows: expected.rows.label_reason },
  { given: input.label_destination_namespace, rows: expected.rows.label_destination_namespace },
];

describe("bubbling up", () => {
  it.each(labels)("gives the accepted figures, in the accepted order", ({ given, rows }) => {
    const values = Object.entries(given).map(([value, { b, c }]) => ({ value, baseline: b, candidate: c }));
    expect(scale).toBe(expected.scale);
    const found = bubbleUp(values, scale);
    expect(found.map(({ value }) => value)).toEqual(rows.map(({ value }) => value));
    for (const [nth, row] of rows.entries()) {
      expect(found[nth]?.shareBaseline).toBeCloseTo(row.share_b, 12);
      expect(found[nth]?.shareCandidate).toBeCloseTo(row.share_c, 12);
      expect(found[nth]?.difference).toBeCloseTo(row.diff, 12);
      expect(found[nth]?.contribution).toBeCloseTo(row.contribution, 12);
      expect(found[nth]?.score).toBeCloseTo(row.score, 4);
    }
  });

  it("shares out no excess where there is none", () => {
    const rows = bubbleUp([{ value: "a", baseline: 10, candidate: 12 }], 1.2);
    expect(rows).toMatchObject([{ contribution: 0 }]);
  });
});
