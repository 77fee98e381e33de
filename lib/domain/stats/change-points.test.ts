import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eDivisive, strongestSplit } from "./e-divisive";
import { energyDistance, energyStatistics } from "./energy";
import vectors from "./fixtures/e-divisive.json";
import { onset } from "./onset";
import { type PassFailModel, passFailChangePoints, passFailOnset } from "./pass-fail-changepoint";
import { mulberry32 } from "./random";

const numbers = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 30 });

describe("energy statistics", () => {
  it("agree with their definition by all pairs", () => {
    fc.assert(
      fc.property(numbers, numbers, (u, v) => {
        const mean = (a: readonly number[], b: readonly number[]): number =>
          a.flatMap((x) => b.map((y) => Math.abs(x - y))).reduce((sum, d) => sum + d, 0) / (a.length * b.length);
        const e = 2 * mean(u, v) - mean(u, u) - mean(v, v);
        const statistics = energyStatistics(u, v);
        expect(statistics.e).toBeCloseTo(e, 8);
        expect(statistics.t).toBeCloseTo((e * u.length * v.length) / (u.length + v.length), 7);
        expect(statistics.h).toBeGreaterThanOrEqual(0);
        expect(statistics.h).toBeLessThanOrEqual(1 + 1e-12);
        expect(energyDistance(u, v) ** 2).toBeCloseTo(statistics.e, 8);
      }),
    );
  });

  it("refuse an empty sample and weights that weigh nothing", () => {
    expect(() => energyStatistics([], [1])).toThrow(RangeError);
    expect(() => energyDistance([1], [2], { u: [0] })).toThrow(RangeError);
    expect(() => energyDistance([1], [2], { v: [1, 2] })).toThrow(RangeError);
    expect(energyStatistics([3, 3], [3])).toEqual({ e: 0, t: 0, h: 0 });
  });
});

describe("E-divisive", () => {
  it("splits where the statistic, computed by all pairs, is largest", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 25 }), (series) => {
        const within = (part: readonly number[]): number =>
          part.length < 2
            ? 0
            : part.flatMap((x) => part.map((y) => Math.abs(x - y))).reduce((a, b) => a + b, 0) /
              (part.length * (part.length - 1));
        const divided = series.slice(1).map((_, i) => {
          const [x, y] = [series.slice(0, i + 1), series.slice(i + 1)];
          const between = x.flatMap((a) => y.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
          const e = (2 * between) / (x.length * y.length) - within(x) - within(y);
          return (e * x.length * y.length) / series.length;
        });
        const split = strongestSplit(series);
        expect(split?.statistic).toBeCloseTo(Math.max(...divided), 7);
        expect(divided[(split?.index ?? 0) - 1]).toBeCloseTo(Math.max(...divided), 7);
      }),
    );
  });

  it("finds the upstream changes whatever the seed", () => {
    const series = vectors.find(({ id }) => id === "mongo-random-ish")?.series ?? [];
    for (let seed = 1; seed <= 10; seed += 1) {
      expect(eDivisive(series, { alphaLevel: 0.01, random: mulberry32(seed) })).toEqual([20, 40]);
    }
  });

  it("does not mind scale and offset", () => {
    const series = vectors.find(({ id }) => id === "otava-sequence")?.series ?? [];
    const moved = series.map((value) => 1e9 + value * 1e-3);
    expect(eDivisive(moved, { alphaLevel: 0.05, random: mulberry32(3) })).toEqual([5, 8]);
  });

  it("finds a change in noise alone about as often as it may", () => {
    const random = mulberry32(11);
    let found = 0;
    for (let i = 0; i < 200; i += 1) {
      const noise = Array.from({ length: 20 }, () => random());
      if (eDivisive(noise, { alphaLevel: 0.05, permutations: 99, random }).length > 0) found += 1;
    }
    // Binomial with 200 and .05: more than 20 has a chance of 1e-3.
    expect(found).toBeLessThanOrEqual(20);
  });

  it("says nothing of a series too short, and refuses what is no number", () => {
    const random = mulberry32(1);
    expect(eDivisive([], { alphaLevel: 0.05, random })).toEqual([]);
    expect(eDivisive([1, 2, 9], { alphaLevel: 0.05, random })).toEqual([]);
    expect(() => eDivisive([1, Number.NaN], { alphaLevel: 0.05, random })).toThrow(RangeError);
    expect(() => eDivisive([1, 2], { alphaLevel: 0.05, minSegment: 0, random })).toThrow(RangeError);
    expect(strongestSplit([4])).toBeNull();
  });
});

/** The flow of the Nile at Aswan, 1871-1970 (Cobb 1978; R's data set): less from 1899 on, when a dam was begun. */
const NILE = [
  1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140, 1100,
  1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969, 831, 726, 456,
  824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865, 845, 944, 984, 897,
  822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050, 918, 986, 797, 923, 975,
  815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
];

describe("the onset of a change", () => {
  it("is 1899 for the Nile, give or take a few years", () => {
    const found = onset(NILE);
    expect(found?.index).toBe(28);
    expect(found?.low).toBeGreaterThanOrEqual(23);
    expect(found?.high).toBeLessThanOrEqual(33);
    expect(onset(NILE)).toEqual(found);
    expect(eDivisive(NILE, { alphaLevel: 0.01, random: mulberry32(1) })).toEqual([28]);
  });

  it("is none where nothing changed", () => {
    expect(onset([7, 7, 7, 7, 7, 7, 7, 7])).toBeNull();
    expect(onset([])).toBeNull();
    expect(onset([1, 2, 1, 2, 1, 2, 1, 2, 1, 2])).toBeNull();
  });
});

/** The runs of luci-go's tests: per position how many runs, how many failed, and failed again. */
function history(position: number[], runs: number[], failed: number[], again: number[] | null = null) {
  return position.flatMap((at, i) =>
    Array.from({ length: runs[i] ?? 0 }, (_, run) => ({
      position: at,
      failed: run < (failed[i] ?? 0),
      retried: again !== null,
      failedAfterRetry: run < (again?.[i] ?? 0),
    })),
  );
}

/** The priors of luci-go analysis/internal/changepoints/bayesian/bayesian_test.go @ 16bc91e. */
const UPSTREAM: PassFailModel = {
  changePointLikelihood: 0.01,
  firstTry: { alpha: 0.05, beta: 0.5 },
  afterRetry: { alpha: 0.5, beta: 0.5 },
};

describe("changes of a failure rate", () => {
  const upTo = (index: number): number[] => Array.from({ length: index }, (_, i) => i + 1);

  it("are found where luci-go finds them", () => {
    const indices = (runs: ReturnType<typeof history>) =>
      passFailChangePoints(runs, UPSTREAM).map(({ index }) => index);
    // Several verdicts of one position are never separated.
    expect(indices(history([1, 1, 2, 2, 2, 2], [3, 3, 1, 2, 3, 3], [0, 0, 0, 2, 3, 3]))).toEqual([6]);
    const passFailPass = [0, 0, 0, 0, 0, 1, 1, 2, 2, 3, 2, 3, 0, 0];
    const runs = [2, 2, 3, 2, 3, 1, 1, 2, 2, 3, 2, 3, 2, 2];
    expect(indices(history(upTo(14), runs, passFailPass))).toEqual([12, 26]);
    const twos = Array<number>(8).fill(2);
    expect(indices(history(upTo(8), twos, twos))).toEqual([]);
    expect(indices(history(upTo(8), twos, twos, twos))).toEqual([]);
    const flakyAgain = [3, 3, 3, 1, 0, 0, 0, 1];
    const all = [3, 3, 3, 1, 3, 3, 3, 3];
    expect(indices(history([1, 2, 3, 5, 5, 5, 7, 7], all, all, flakyAgain))).toEqual([9]);
  });

  it("have an interval that holds them", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (runs) => {
        const points = passFailChangePoints(runs.map((failed, position) => ({ position, failed })));
        points.forEach((point, k) => {
          expect(point.index).toBeGreaterThan(points[k - 1]?.index ?? 0);
          expect(point.low).toBeLessThanOrEqual(point.index);
          expect(point.high).toBeGreaterThanOrEqual(point.index);
        });
      }),
    );
  });

  it("begin with the latest rise", () => {
    const [pass, fail] = [Array<boolean>(40).fill(false), Array<boolean>(10).fill(true)];
    expect(passFailOnset([...pass, ...fail])).toMatchObject({ index: 40 });
    expect(passFailOnset([...pass, ...fail, ...pass])).toMatchObject({ index: 40 });
    expect(passFailOnset([...pass, ...fail, ...pass, ...fail])).toMatchObject({ index: 90 });
    expect(passFailOnset([...fail, ...pass])).toBeNull();
    expect(passFailOnset(pass)).toBeNull();
    expect(passFailOnset([])).toBeNull();
  });
});
