import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cles, cliffsDelta, groupedCles } from "./effect-size";
import { mannWhitney } from "./mann-whitney";
import { hodgesLehmannPaired } from "./paired-shift";
import { hodgesLehmannShift } from "./shift";
import { signedRank } from "./signed-rank";

const sample = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });

/** Every choice of `count` of these. */
function choices<T>(values: readonly T[], count: number): readonly (readonly T[])[] {
  if (count === 0) return [[]];
  return values.flatMap((value, i) => choices(values.slice(i + 1), count - 1).map((rest) => [value, ...rest]));
}

describe("the rank-sum test", () => {
  it("is exact with ties: it counts the choices at least as extreme", () => {
    const [x, y] = [
      [3, 3, 7, 9],
      [1, 3, 3, 2, 0],
    ];
    const all = [...x, ...y];
    const indices = all.map((_, i) => i);
    const u = (chosen: readonly number[]): number => {
      const rest = indices.filter((i) => !chosen.includes(i));
      return cles(
        chosen.map((i) => all[i] ?? 0),
        rest.map((i) => all[i] ?? 0),
      );
    };
    const ways = choices(indices, x.length).map(u);
    const observed = cles(x, y);
    const extreme = ways.filter((value) => value >= observed - 1e-12).length / ways.length;
    expect(mannWhitney(x, y, "greater", "exact").p).toBeCloseTo(extreme, 12);
    expect(mannWhitney(x, y, "greater").method).toBe("asymptotic");
  });

  it("turns with its samples, and stays within 0 and 1", () => {
    fc.assert(
      fc.property(sample, sample, fc.constantFrom("auto" as const, "exact" as const), (x, y, method) => {
        const there = mannWhitney(x, y, "greater", method);
        const back = mannWhitney(y, x, "less", method);
        expect(there.U + back.U).toBe(x.length * y.length);
        expect(there.p).toBeCloseTo(back.p, 10);
        expect(there.p).toBeGreaterThan(0);
        expect(mannWhitney(x, y, "two-sided", method).p).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has an answer for values that are all the same, none for no values", () => {
    expect(mannWhitney([1, 1], [1, 1, 1], "two-sided")).toEqual({ U: 3, p: 1, method: "asymptotic" });
    expect(() => mannWhitney([], [1], "greater")).toThrow(RangeError);
    expect(() => mannWhitney([Number.NaN], [1], "greater")).toThrow(RangeError);
  });
});

describe("the signed-rank test", () => {
  it("counts the signs at least as extreme", () => {
    const differences = [1.5, -0.5, 2.5, 3.5, -4.5, 6, 7];
    const { V, p } = signedRank(differences, "greater");
    const ways = Array.from({ length: 2 ** 7 }, (_, bits) =>
      [1, 2, 3, 4, 5, 6, 7].filter((_rank, i) => bits & (1 << i)).reduce((a, b) => a + b, 0),
    );
    expect(V).toBe(2 + 3 + 4 + 6 + 7);
    expect(p).toBeCloseTo(ways.filter((way) => way >= V).length / ways.length, 12);
  });

  it("drops zeros and corrects for ties, as R does", () => {
    // R: wilcox.test(c(0, 1, 1, 2, -1, 3, 4, 0, 5)): V = 26, normal with z = (26 - 14 - .5) / sqrt(35 - 24/48).
    const { V, p, method, n } = signedRank([0, 1, 1, 2, -1, 3, 4, 0, 5], "greater");
    expect({ V, method, n }).toEqual({ V: 26, method: "normal", n: 7 });
    expect(p).toBeCloseTo(0.0251, 3);
    expect(signedRank([0, 0], "two-sided")).toMatchObject({ p: 1, n: 0 });
    expect(signedRank([], "greater").p).toBe(1);
    expect(() => signedRank([Number.NaN], "greater")).toThrow(RangeError);
  });

  it("turns with its sign", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { maxLength: 60 }), (differences) => {
        const there = signedRank(differences, "greater");
        const back = signedRank(
          differences.map((d) => -d),
          "less",
        );
        expect(there.p).toBeCloseTo(back.p, 10);
        expect(there.p).toBeGreaterThan(0);
        expect(there.p).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("shifts after Hodges and Lehmann", () => {
  it("move with the data, and lie within their interval", () => {
    fc.assert(
      fc.property(sample, sample, fc.integer({ min: -50, max: 50 }), (x, y, by) => {
        const there = hodgesLehmannShift(x, y, 0.95);
        const moved = hodgesLehmannShift(
          x.map((value) => value + by),
          y,
          0.95,
        );
        expect(moved.estimate).toBeCloseTo(there.estimate + by, 6);
        expect(there.low).toBeLessThanOrEqual(there.estimate + 1e-9);
        expect(there.high).toBeGreaterThanOrEqual(there.estimate - 1e-9);
        const paired = hodgesLehmannPaired(x, 0.95);
        expect(paired.low).toBeLessThanOrEqual(paired.estimate + 1e-9);
        expect(paired.high).toBeGreaterThanOrEqual(paired.estimate - 1e-9);
      }),
    );
  });

  it("are the value itself when all are the same", () => {
    expect(hodgesLehmannShift([5, 5, 5], [2, 2], 0.95)).toEqual({ estimate: 3, low: 3, high: 3 });
    expect(hodgesLehmannPaired([0, 0], 0.95)).toEqual({ estimate: 0, low: 0, high: 0 });
    expect(() => hodgesLehmannPaired([], 0.95)).toThrow(RangeError);
    expect(() => hodgesLehmannShift([1], [2], 1)).toThrow(RangeError);
  });
});

describe("effect sizes", () => {
  it("agree with a look at every pair", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const pairs = x.flatMap((a) => y.map((b) => Math.sign(a - b)));
        expect(cliffsDelta(x, y)).toBeCloseTo(pairs.reduce((a, b) => a + b, 0) / pairs.length, 12);
      }),
    );
  });

  it("of histograms are those of their buckets", () => {
    fc.assert(
      fc.property(sample, sample, (x, y) => {
        const counts = (values: readonly number[]): readonly number[] =>
          Array.from({ length: 41 }, (_, bucket) => values.filter((value) => value === bucket - 20).length);
        expect(groupedCles(counts(x), counts(y))).toBeCloseTo(cles(x, y), 10);
      }),
    );
    expect(() => groupedCles([1], [1, 2])).toThrow(RangeError);
    expect(() => groupedCles([0, 0], [1, 2])).toThrow(RangeError);
  });
});
