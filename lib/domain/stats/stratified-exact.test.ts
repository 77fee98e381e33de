import { describe, expect, it } from "vitest";
import { conditionalOddsRatio } from "./conditional-odds-ratio";
import { fisherExact, fisherMidP } from "./fisher";
import { stratifiedExact } from "./stratified-exact";

describe("the stratified exact test", () => {
  it("has an answer for nothing at all", () => {
    expect(stratifiedExact([])).toEqual({ statistic: 0, pGreater: 1, pMidP: 0.5, pTwoSided: 1 });
    expect(stratifiedExact([{ fail1: 0, n1: 9, fail0: 0, n0: 200 }]).pMidP).toBe(0.5);
    expect(stratifiedExact([{ fail1: 0, n1: 0, fail0: 3, n0: 200 }]).pGreater).toBe(1);
  });

  it("finds what no single cluster shows: one failure more in each of ten", () => {
    const cluster = { fail1: 2, n1: 10, fail0: 10, n0: 200 };
    expect(fisherMidP(cluster)).toBeGreaterThan(0.05);
    expect(stratifiedExact(Array(10).fill(cluster)).pMidP).toBeLessThan(1e-4);
  });

  it("multiplies far beyond the smallest double on the way, and stays exact", () => {
    // All 40 strata at their extreme: the chance is the product of 40 equal ones.
    const stratum = { fail1: 12, n1: 12, fail0: 0, n0: 30 };
    const one = fisherExact(
      [
        [12, 0],
        [0, 30],
      ],
      "greater",
    );
    const far = stratifiedExact(Array(30).fill(stratum));
    expect(Math.log(far.pGreater) / (30 * Math.log(one))).toBeCloseTo(1, 10);
    expect(far.pMidP / far.pGreater).toBeCloseTo(0.5, 8);
    expect(far.pTwoSided / far.pGreater).toBeCloseTo(1, 8);
    const beyond = stratifiedExact(Array(40).fill({ fail1: 30, n1: 30, fail0: 0, n0: 60 }));
    expect(beyond.pGreater).toBe(Number.MIN_VALUE);
    const improved = stratifiedExact(Array(40).fill({ fail1: 0, n1: 30, fail0: 60, n0: 60 }));
    expect(improved.pGreater).toBe(1);
    expect(improved.pTwoSided).toBe(Number.MIN_VALUE);
  });

  it("takes milliseconds for 40 clusters", () => {
    const strata = Array.from({ length: 40 }, (_, i) => ({ fail1: i % 4, n1: 30, fail0: 10 + (i % 7), n0: 200 }));
    stratifiedExact(strata);
    const before = performance.now();
    for (let i = 0; i < 10; i += 1) stratifiedExact(strata);
    expect((performance.now() - before) / 10).toBeLessThan(250);
  });
});

describe("an odds ratio given its margins", () => {
  it("has open ends where all or none failed", () => {
    expect(
      conditionalOddsRatio([
        [0, 5],
        [3, 4],
      ]),
    ).toMatchObject({ estimate: 0, low: 0 });
    const all = conditionalOddsRatio([
      [5, 0],
      [3, 4],
    ]);
    expect(all.estimate).toBe(Infinity);
    expect(all.high).toBe(Infinity);
    expect(
      conditionalOddsRatio([
        [0, 0],
        [3, 4],
      ]).estimate,
    ).toBeNaN();
  });
});
