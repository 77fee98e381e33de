import { describe, expect, it } from "vitest";
import { calibrationRows, calibrationSentence, type PastRegression } from "./calibration";
import type { CloseReason } from "./regression";

const ended = (closeReason: CloseReason, count: number, more: Partial<PastRegression> = {}): PastRegression[] =>
  Array.from({ length: count }, () => ({
    kind: "gate",
    ruleVersion: "gate/1",
    state: "resolved",
    closeReason,
    ...more,
  }));

describe("calibration", () => {
  it("counts how reds ended, by kind and rule, with the Wilson interval of what was not real", () => {
    const rows = calibrationRows([
      ...ended("verified-fixed", 7),
      ...ended("infra", 1),
      ...ended("rolled-off-unproven", 1),
      ...ended("dismissed", 1, { state: "dismissed", closeReason: null }),
      ...ended("superseded-by-candidate", 5),
      ...ended("infra", 2, { state: "open", closeReason: null }),
      ...ended("verified-fixed", 1, { kind: "signal", ruleVersion: "signals-1" }),
    ]);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({
      closed: 15,
      notReal: 3,
      open: 2,
      byReason: { "verified-fixed": 7, infra: 1, dismissed: 1, "rolled-off-unproven": 1, "superseded-by-candidate": 5 },
    });
    // Wilson, 3 of 10 at 95 %: 0.1078 to 0.6032 (R: binom::binom.wilson(3, 10)).
    expect(rows[0]?.share?.value).toBeCloseTo(0.3, 12);
    expect(rows[0]?.share?.low).toBeCloseTo(0.1078, 4);
    expect(rows[0]?.share?.high).toBeCloseTo(0.6032, 4);
    expect(calibrationSentence(rows)).toMatch(/^11 regressions ended; 3 of them, 27 % /);
  });

  it("knows nothing before any ended", () => {
    expect(calibrationSentence([])).toMatch(/^No regression has ended yet/);
    const rows = calibrationRows(ended("superseded-by-candidate", 2));
    expect(rows[0]?.share).toBeNull();
    expect(calibrationSentence(rows)).toMatch(/^No regression has ended yet/);
  });
});
