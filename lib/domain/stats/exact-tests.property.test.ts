import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fisherExact, fisherMidP, smallestMidP } from "./fisher";
import { hypergeometricPmf, hypergeometricSf } from "./hypergeometric";
import { benjaminiHochberg, benjaminiYekutieli, holm, taroneScreen } from "./multiple-testing";
import { newcombeDifference, newcombeUpper } from "./newcombe";
import { poissonRateRatio, sparseRateMidP } from "./poisson-ratio";
import { clopperPearson, runsNeededForMargin, wilson, zeroFailureBound } from "./proportion";
import { stratifiedExact } from "./stratified-exact";

const side = fc.nat(60).chain((n) => fc.tuple(fc.nat(n), fc.constant(n)));
const counts = fc.tuple(side, side).map(([[fail1, n1], [fail0, n0]]) => ({ fail1, n1, fail0, n0 }));
type Counts = typeof counts extends fc.Arbitrary<infer T> ? T : never;

function tableOf({ fail1, n1, fail0, n0 }: Counts): readonly [readonly [number, number], readonly [number, number]] {
  return [
    [fail1, n1 - fail1],
    [fail0, n0 - fail0],
  ];
}

function isChance(p: number): boolean {
  return p > 0 && p <= 1;
}

describe("exact tests of counts", () => {
  it("give a chance above 0 and at most 1", () => {
    fc.assert(
      fc.property(counts, (cell) => {
        for (const alternative of ["greater", "less", "two-sided"] as const) {
          expect(fisherExact(tableOf(cell), alternative)).toSatisfy(isChance);
        }
        expect(fisherMidP(cell)).toSatisfy(isChance);
      }),
    );
  });

  it("answer the same when the roles are swapped", () => {
    fc.assert(
      fc.property(counts, ({ fail1, n1, fail0, n0 }) => {
        const there = tableOf({ fail1, n1, fail0, n0 });
        const back = tableOf({ fail1: fail0, n1: n0, fail0: fail1, n0: n1 });
        expect(fisherExact(there, "two-sided")).toBeCloseTo(fisherExact(back, "two-sided"), 10);
        expect(fisherExact(there, "greater")).toBeCloseTo(fisherExact(back, "less"), 10);
        const sum = fisherMidP({ fail1, n1, fail0, n0 }) + fisherMidP({ fail1: fail0, n1: n0, fail0: fail1, n0: n1 });
        expect(sum).toBeCloseTo(1, 10);
      }),
    );
  });

  it("find one failure more of the candidate rarer, never more probable", () => {
    fc.assert(
      fc.property(counts, (cell) => {
        fc.pre(cell.fail1 < cell.n1);
        const worse = fisherMidP({ ...cell, fail1: cell.fail1 + 1 });
        expect(worse).toBeLessThanOrEqual(fisherMidP(cell) * (1 + 1e-12));
      }),
    );
  });

  it("never go below the smallest mid-p of the margins", () => {
    fc.assert(
      fc.property(counts, (cell) => {
        const least = smallestMidP({ n1: cell.n1, n0: cell.n0, failures: cell.fail1 + cell.fail0 });
        expect(fisherMidP(cell)).toBeGreaterThanOrEqual(least * (1 - 1e-12));
      }),
    );
  });

  it("are Fisher's test when there is one stratum, and strata that tell nothing change nothing", () => {
    fc.assert(
      fc.property(counts, fc.nat(50), fc.nat(50), (cell, n1, n0) => {
        const alone = stratifiedExact([cell]);
        expect(alone.pGreater).toBeCloseTo(fisherExact(tableOf(cell), "greater"), 10);
        expect(alone.pTwoSided).toBeCloseTo(fisherExact(tableOf(cell), "two-sided"), 8);
        expect(alone.pMidP).toBeCloseTo(fisherMidP(cell), 10);
        const withMore = stratifiedExact([{ fail1: 0, n1, fail0: 0, n0 }, cell, { fail1: n1, n1, fail0: n0, n0 }]);
        expect(withMore.pGreater).toBeCloseTo(alone.pGreater, 10);
        expect(withMore.pMidP).toBeCloseTo(alone.pMidP, 10);
      }),
    );
  });

  it("do not depend on the order of strata", () => {
    fc.assert(
      fc.property(fc.array(counts, { maxLength: 8 }), (strata) => {
        const there = stratifiedExact(strata);
        const back = stratifiedExact(strata.toReversed());
        expect(there.statistic).toBe(back.statistic);
        expect(there.pTwoSided).toBeCloseTo(back.pTwoSided, 8);
        expect([there.pGreater, there.pMidP, there.pTwoSided]).toSatisfy((ps: number[]) => ps.every(isChance));
      }),
    );
  });

  it("sum the masses of the hypergeometric distribution to 1, and to its tails", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(1000), fc.integer({ min: -2, max: 220 }), (white, black, d, x) => {
        const urn = { white, black, drawn: d % (white + black + 1) };
        const masses = Array.from({ length: white + 1 }, (_, k) => hypergeometricPmf({ ...urn, x: k }));
        expect(masses.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 10);
        const above = masses.slice(Math.max(0, x + 1)).reduce((a, b) => a + b, 0);
        expect(hypergeometricSf({ ...urn, x })).toBeCloseTo(above, 10);
      }),
    );
  });

  it("refuse what is no count", () => {
    expect(() =>
      fisherExact(
        [
          [1.5, 2],
          [3, 4],
        ],
        "greater",
      ),
    ).toThrow(RangeError);
    expect(() => fisherMidP({ fail1: 3, n1: 2, fail0: 0, n0: 9 })).toThrow(RangeError);
    expect(() => smallestMidP({ n1: 2, n0: 2, failures: 5 })).toThrow(RangeError);
    expect(() => hypergeometricSf({ x: 0, white: 1, black: 1, drawn: 3 })).toThrow(RangeError);
    expect(() => stratifiedExact([{ fail1: -1, n1: 2, fail0: 0, n0: 9 }])).toThrow(RangeError);
  });
});

const ps = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });

describe("corrections for many tests", () => {
  it("keep the order of the p-values and never make one smaller", () => {
    fc.assert(
      fc.property(ps, (p) => {
        for (const adjust of [benjaminiHochberg, benjaminiYekutieli, holm]) {
          const q = adjust(p);
          const pairs = p.map((value, i) => ({ value, q: q[i] ?? Number.NaN })).sort((a, b) => a.value - b.value);
          pairs.forEach((pair, i) => {
            expect(pair.q).toBeGreaterThanOrEqual(pair.value * (1 - 1e-12));
            expect(pair.q).toBeLessThanOrEqual(1);
            expect(pair.q).toBeGreaterThanOrEqual(pairs[i - 1]?.q ?? 0);
          });
        }
      }),
    );
  });

  it("do not depend on where a p-value stands", () => {
    fc.assert(
      fc.property(ps, fc.nat(), (p, by) => {
        const shift = p.length === 0 ? 0 : by % p.length;
        const turned = [...p.slice(shift), ...p.slice(0, shift)];
        const q = benjaminiHochberg(p);
        expect(benjaminiHochberg(turned)).toEqual([...q.slice(shift), ...q.slice(0, shift)]);
      }),
    );
  });

  it("set apart the cells that could never be significant", () => {
    const cells = [
      { n1: 5, n0: 200, failures: 0 },
      { n1: 5, n0: 200, failures: 1 },
      { n1: 5, n0: 200, failures: 2 },
    ];
    const { testable, untestable } = taroneScreen(cells, { smallest: smallestMidP, alpha: 0.01 });
    // One failure in 205 runs has mid-p 5/205/2 = .012 at best.
    expect(testable).toEqual([cells[2]]);
    expect(untestable).toEqual([cells[0], cells[1]]);
  });
});

describe("intervals", () => {
  it("hold the estimate, and widen with the confidence", () => {
    fc.assert(
      fc.property(counts, ({ fail1, n1, fail0, n0 }) => {
        fc.pre(n1 > 0 && n0 > 0);
        for (const interval of [wilson, clopperPearson]) {
          const [narrow, wide] = [interval(fail1, n1, 0.8), interval(fail1, n1, 0.99)];
          expect(narrow.low).toBeLessThanOrEqual(fail1 / n1 + 1e-12);
          expect(narrow.high).toBeGreaterThanOrEqual(fail1 / n1 - 1e-12);
          expect(wide.low).toBeLessThanOrEqual(narrow.low + 1e-12);
          expect(wide.high).toBeGreaterThanOrEqual(narrow.high - 1e-12);
        }
        const counted = { x1: fail1, n1, x2: fail0, n2: n0, confidence: 0.9 };
        const there = newcombeDifference(counted);
        const back = newcombeDifference({ x1: fail0, n1: n0, x2: fail1, n2: n1, confidence: 0.9 });
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(newcombeUpper({ ...counted, confidence: 0.95 })).toBeCloseTo(there.high, 12);
      }),
    );
  });

  it("say how many clean runs a margin needs", () => {
    expect([0.2, 0.15, 0.1, 0.05, 0.03].map((delta) => runsNeededForMargin(delta))).toEqual([11, 16, 25, 52, 88]);
    for (const delta of [0.2, 0.15, 0.1, 0.05, 0.03]) {
      const runs = runsNeededForMargin(delta);
      const bound = (n: number): number => newcombeUpper({ x1: 0, n1: n, x2: 0, n2: 200, confidence: 0.95 });
      expect(bound(runs)).toBeLessThan(delta);
      expect(bound(runs - 1)).toBeGreaterThanOrEqual(delta);
    }
    expect(zeroFailureBound(0, 0.95)).toBe(1);
    expect(zeroFailureBound(5, 0.95)).toBeCloseTo(0.4507, 4);
  });
});

describe("rates of events", () => {
  const events = fc.nat(80);
  const exposure = fc.double({ min: 0.01, max: 1e6, noNaN: true });

  it("do not change when both exposures are measured in another unit", () => {
    fc.assert(
      fc.property(
        events,
        events,
        exposure,
        exposure,
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        (x1, x0, t1, t0, u) => {
          const there = poissonRateRatio({ x1, t1, x0, t0 }, "two-sided");
          const other = poissonRateRatio({ x1, t1: t1 * u, x0, t0: t0 * u }, "two-sided");
          expect(other.p).toBeCloseTo(there.p, 6);
          expect(there.p).toSatisfy(isChance);
          if (x1 > 0 && x0 > 0) {
            expect(other.rateRatio / there.rateRatio).toBeCloseTo(1, 9);
            expect(there.low).toBeLessThan(there.rateRatio);
            expect(there.high).toBeGreaterThan(there.rateRatio);
          }
        },
      ),
    );
  });

  it("have a mid-p that falls with each event more", () => {
    fc.assert(
      fc.property(events, events, exposure, exposure, (x1, x0, d1, d0) => {
        const [p, worse] = [sparseRateMidP({ x1, d1, x0, d0 }), sparseRateMidP({ x1: x1 + 1, d1, x0, d0 })];
        expect(p).toSatisfy(isChance);
        expect(worse).toBeLessThanOrEqual(p * (1 + 1e-9));
      }),
    );
    // Three events in a day against none in a week: (1/8)^3 / 2.
    expect(sparseRateMidP({ x1: 3, d1: 24, x0: 0, d0: 168 })).toBeCloseTo(0.001953125 / 2, 12);
  });
});
