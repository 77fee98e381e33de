import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { residualAutocorrelation } from "./autocorrelation";
import type { Block } from "./block";
import vectors from "./fixtures/quasi-poisson-log-rate-ratio.json";
import { hourStrata } from "./hour-strata";
import { detectableRatio, quasiPoissonRatio } from "./quasi-poisson";

const HOUR = 3_600_000;
const MONDAY = Date.UTC(2026, 7, 3);
const plain = { delta: 0, floorDispersion: false, inflateAutocorrelation: false } as const;

function blocks(x: readonly number[], exposure: readonly number[]): readonly Block[] {
  return x.map((count, i) => ({ x: count, exposure: exposure[i] ?? Number.NaN }));
}

function hours(x: readonly number[], from = MONDAY): { at: Date; x: number; exposure: number }[] {
  return x.map((count, i) => ({ at: new Date(from + i * HOUR), x: count, exposure: 1000 }));
}

const bursty = vectors.find(({ id }) => id === "overdispersed");
const candidate = blocks(bursty?.x1 ?? [], bursty?.d1 ?? []);
const baseline = blocks(bursty?.x0 ?? [], bursty?.d0 ?? []);
const matched = candidate.map((block, i) => ({ candidate: [block], baseline: baseline.slice(i, i + 1) }));

describe("the rate ratio of counters", () => {
  it("sees +60 % only when each hour is compared with its like", () => {
    const unmatched = quasiPoissonRatio({ strata: [{ candidate, baseline }], ...plain });
    expect(2 * unmatched.pGreater).toBeCloseTo(0.2885, 4);
    const byHour = quasiPoissonRatio({ strata: matched, ...plain });
    expect(byHour.df).toBe(11);
    expect(byHour.pGreater).toBeLessThan(1e-9);
    expect(byHour.ratio).toBeGreaterThan(1.5);
  });

  it("never takes noise for less than Poisson's unless told to", () => {
    const even = blocks([12, 12, 12, 12], [100, 100, 100, 100]);
    const strata = [{ candidate: even, baseline: even }];
    expect(quasiPoissonRatio({ strata, delta: 0 })).toMatchObject({ dispersion: 1, logRatio: 0, df: 6 });
    expect(quasiPoissonRatio({ strata, ...plain }).dispersion).toBe(0);
  });

  it("asks for a change that matters, not for any change", () => {
    const strata = [{ candidate: blocks([600, 580], [100, 100]), baseline: blocks([500, 520], [100, 100]) }];
    const any = quasiPoissonRatio({ strata, delta: 0 });
    const material = quasiPoissonRatio({ strata, delta: 0.25 });
    expect(any.pGreater).toBeLessThan(0.05);
    expect(material.pGreater).toBeGreaterThan(0.5);
    expect(material.ci95).toEqual(any.ci95);
    expect(material.t).toBeCloseTo((material.logRatio - Math.log(1.25)) / material.se, 12);
    expect(material.upper95).toBeLessThan(material.ci95[1]);
  });

  it("does not depend on the unit of the exposure, and turns with the roles", () => {
    const block = fc.record({ x: fc.nat(200), exposure: fc.integer({ min: 1, max: 5000 }) });
    const arm = fc.array(block, { minLength: 1, maxLength: 5 });
    const strata = fc.array(fc.record({ candidate: arm, baseline: arm }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 1000 }), (given, unit) => {
        const scale = (all: readonly Block[]): readonly Block[] =>
          all.map((one) => ({ ...one, exposure: one.exposure * unit }));
        const there = quasiPoissonRatio({ strata: given, delta: 0.1 });
        const scaled = quasiPoissonRatio({
          strata: given.map((s) => ({ candidate: scale(s.candidate), baseline: scale(s.baseline) })),
          delta: 0.1,
        });
        const turned = quasiPoissonRatio({
          strata: given.map((s) => ({ candidate: s.baseline, baseline: s.candidate })),
          delta: 0.1,
        });
        fc.pre(Number.isFinite(there.logRatio) && Number.isFinite(there.se));
        expect(scaled.logRatio).toBeCloseTo(there.logRatio, 9);
        expect(scaled.pGreater).toBeCloseTo(there.pGreater, 9);
        expect(turned.logRatio).toBeCloseTo(-there.logRatio, 9);
        expect(there.pGreater).toBeGreaterThan(0);
        expect(there.pGreater).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("says nothing where there is nothing to say it with", () => {
    const nothing = { pGreater: 1, pLess: 1, ci95: [0, Infinity], upper95: Infinity };
    const none = blocks([0, 0], [10, 10]);
    const some = blocks([4, 6], [10, 10]);
    for (const strata of [
      [],
      [{ candidate: none, baseline: none }],
      [{ candidate: some, baseline: none }],
      [{ candidate: none, baseline: some }],
      [{ candidate: some, baseline: [] }],
      [{ candidate: blocks([3], [10]), baseline: blocks([1], [10]) }],
    ]) {
      expect(quasiPoissonRatio({ strata, delta: 0 })).toMatchObject(nothing);
    }
    expect(quasiPoissonRatio({ strata: [{ candidate: some, baseline: none }], delta: 0 }).ratio).toBe(Infinity);
    expect(quasiPoissonRatio({ strata: [{ candidate: none, baseline: some }], delta: 0 }).ratio).toBe(0);
    const lost = [{ candidate: [...some, { x: 0, exposure: 0 }], baseline: some }];
    expect(quasiPoissonRatio({ strata: lost, delta: 0 }).df).toBe(2);
    expect(() => quasiPoissonRatio({ strata: [{ candidate: blocks([-1], [1]), baseline: [] }], delta: 0 })).toThrow(
      RangeError,
    );
    expect(() => quasiPoissonRatio({ strata: [], delta: -1 })).toThrow(RangeError);
  });

  it("believes a slow wave less than the same values in any order", () => {
    const wave = [20, 24, 28, 30, 28, 24, 20, 16, 12, 10, 12, 16, 20, 24, 28, 30, 28, 24, 20, 16, 12, 10, 12, 16];
    const mixed = wave.map((_, i) => wave[(i * 7) % wave.length] ?? 0);
    const test = (x: readonly number[]) =>
      quasiPoissonRatio({ strata: [{ candidate: hours(x), baseline: hours(x, MONDAY - 7 * 24 * HOUR) }], delta: 0 });
    expect(test(wave).autocorrelation).toBe(0.8);
    expect(test(wave).inflation).toBeCloseTo(9, 12);
    expect(test(mixed).inflation).toBeLessThan(2);
    expect(test(wave).se).toBeGreaterThan(2 * test(mixed).se);
  });

  it("tells which ratio a window would find", () => {
    const detectable = detectableRatio({ se: 0.1, df: 1e9 }, { delta: 0.1, alpha: 0.05 });
    // z(.95) + z(.80) = 1.645 + 0.842
    expect(detectable).toBeCloseTo(1.1 * Math.exp(0.2486), 3);
    expect(detectableRatio({ se: Number.NaN, df: 0 }, { delta: 0.1, alpha: 0.05 })).toBe(Infinity);
  });
});

describe("neighbours in time", () => {
  const fitted = (x: number, hour: number, series = "") => ({
    x,
    mean: 10,
    candidate: true,
    at: new Date(MONDAY + hour * HOUR),
    series,
  });

  it("are blocks that follow one another, whatever order they come in", () => {
    const wave = [fitted(15, 0), fitted(15, 1), fitted(5, 2), fitted(5, 3), fitted(15, 4), fitted(15, 5)];
    expect(residualAutocorrelation(wave)).toBeCloseTo(0.2, 12);
    expect(residualAutocorrelation(wave.toReversed())).toBeCloseTo(0.2, 12);
    expect(residualAutocorrelation([fitted(15, 0), fitted(15, 1), fitted(15, 30)])).toBe(0.8);
    expect(residualAutocorrelation([fitted(15, 0, "a"), fitted(15, 1, "b")])).toBe(0);
    expect(residualAutocorrelation([])).toBe(0);
  });
});

describe("strata of hours", () => {
  it("hold weekdays and weekends apart, and pool hours until the baseline has events", () => {
    const rich = hourStrata({
      candidate: hours(Array(24).fill(9)),
      baseline: hours(Array(168).fill(9), MONDAY - 7 * 24 * HOUR),
    });
    expect(rich.filter((stratum) => stratum.candidate.length > 0)).toHaveLength(24);
    const [first] = rich;
    expect(first?.candidate).toHaveLength(1);
    expect(first?.baseline.map(({ at }) => at?.getUTCDay())).toEqual([1, 2, 3, 4, 5]);
    // A weekday's event per four hours and day: five weekdays give 5 events per four hours.
    const sparse = hours(
      Array.from({ length: 168 }, (_, i) => (i % 4 === 0 ? 1 : 0)),
      MONDAY - 7 * 24 * HOUR,
    );
    const pooled = hourStrata({ candidate: hours(Array(24).fill(1)), baseline: sparse });
    expect(pooled.filter((stratum) => stratum.candidate.length > 0).map(({ candidate }) => candidate.length)).toEqual(
      Array(6).fill(4),
    );
  });

  it("end at whole days when there are next to no events, and lose no block", () => {
    const strata = hourStrata({
      candidate: hours(Array(24).fill(0)),
      baseline: hours(Array(48).fill(0), MONDAY - 72 * HOUR),
    });
    expect(strata.flatMap(({ candidate }) => candidate)).toHaveLength(24);
    expect(strata.flatMap(({ baseline }) => baseline)).toHaveLength(48);
    expect(strata.filter(({ candidate }) => candidate.length > 0)).toHaveLength(1);
    expect(hourStrata({ candidate: [], baseline: [] })).toEqual([]);
  });
});
