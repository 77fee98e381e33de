import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { commonOddsRatio, conditionalOddsRatio } from "./conditional-odds-ratio";
import { eDivisive, strongestSplit } from "./e-divisive";
import { cles, cliffsDelta } from "./effect-size";
import { energyDistance, energyStatistics } from "./energy";
import { fisherExact, fisherMidP } from "./fisher";
import { obrienFlemingBounds, pocockBounds } from "./group-sequential";
import { hypergeometricSf } from "./hypergeometric";
import { mannWhitney, mannWhitneyCdf } from "./mann-whitney";
import { mantelHaenszel } from "./mantel-haenszel";
import { benjaminiHochberg, benjaminiYekutieli, bonferroni, holm } from "./multiple-testing";
import { newcombeDifference } from "./newcombe";
import { hodgesLehmannPaired } from "./paired-shift";
import { passFailChangePoints } from "./pass-fail-changepoint";
import { poissonRateRatio } from "./poisson-ratio";
import { clopperPearson, clopperPearsonUpper, wilson } from "./proportion";
import { quasiPoissonRatio } from "./quasi-poisson";
import { mulberry32 } from "./random";
import { requiredPasses } from "./required-passes";
import { logSequenceLikelihood } from "./sequence-likelihood";
import { hodgesLehmannShift } from "./shift";
import { signedRank } from "./signed-rank";
import { stratifiedExact } from "./stratified-exact";

const FOLDER = new URL("fixtures/", import.meta.url);

const Numbers = z.array(z.number());
const Pair = z.tuple([z.number(), z.number()]);
const Table = z.tuple([Pair, Pair]);
const AlternativeSchema = z.enum(["greater", "less", "two-sided"]);
const executed = new Map<string, number>();

/** Runs every vector of a group; a tolerance that the vector does not give is 1e-6, relative. */
function group<S extends z.ZodType>(name: string, schema: S, check: (vector: z.output<S>) => void): void {
  const vectors: unknown[] = z
    .array(z.unknown())
    .parse(JSON.parse(readFileSync(new URL(`${name}.json`, FOLDER), "utf8")));
  describe(name, () => {
    vectors.forEach((raw, index) => {
      const id = z.object({ id: z.string().optional() }).parse(raw).id ?? `vector ${index}`;
      it(id, () => {
        check(schema.parse(raw));
        executed.set(name, (executed.get(name) ?? 0) + 1);
      });
    });
    it("has vectors, and none was skipped", () => {
      expect(vectors.length).toBeGreaterThan(0);
      expect(executed.get(name)).toBe(vectors.length);
    });
  });
}

const Tolerance = z.object({ rtol: z.number().optional(), atol: z.number().optional() });

function near(actual: number, expected: number, { rtol, atol }: z.output<typeof Tolerance>): void {
  const allowed = Math.max(atol ?? 0, (rtol ?? (atol === undefined ? 1e-6 : 0)) * Math.abs(expected));
  expect(Math.abs(actual - expected), `${actual} is not ${expected}`).toBeLessThanOrEqual(
    allowed + 1e-15 * Math.abs(expected),
  );
}

function allNear(actual: readonly number[], expected: readonly number[], tolerance: z.output<typeof Tolerance>): void {
  expect(actual).toHaveLength(expected.length);
  expected.forEach((value, index) => {
    near(actual[index] ?? Number.NaN, value, tolerance);
  });
}

/** Groups of this file against the files of the folder: see the last test. */
const FISHER_ALSO = z.object({
  conditional_odds_ratio: z.number().optional(),
  or_ci95_low: z.number().optional(),
  or_ci95: Pair.optional(),
});

group(
  "fisher-exact",
  Tolerance.extend({ table: Table, alternative: AlternativeSchema, p: z.number(), also: FISHER_ALSO.optional() }),
  ({ table, alternative, p, also, ...tolerance }) => {
    near(fisherExact(table, alternative), p, tolerance);
    const ratio = conditionalOddsRatio(table, { alternative });
    // What R finds with uniroot is no closer than 1e-4.
    const loose = { rtol: 1e-4, atol: 1e-4 };
    if (also?.conditional_odds_ratio !== undefined) near(ratio.estimate, also.conditional_odds_ratio, loose);
    if (also?.or_ci95_low !== undefined) near(ratio.low, also.or_ci95_low, loose);
    if (also?.or_ci95 !== undefined) allNear([ratio.low, ratio.high], also.or_ci95, loose);
  },
);

group(
  "hypergeometric-tail",
  Tolerance.extend({ x: z.number(), white: z.number(), black: z.number(), drawn: z.number(), sf: z.number() }),
  ({ x, white, black, drawn, sf, ...tolerance }) => near(hypergeometricSf({ x, white, black, drawn }), sf, tolerance),
);

group("fisher-midp-greater", Tolerance.extend({ table: Table, p: z.number() }), ({ table, p, ...tolerance }) => {
  const [[fail1, pass1], [fail0, pass0]] = table;
  near(fisherMidP({ fail1, n1: fail1 + pass1, fail0, n0: fail0 + pass0 }), p, tolerance);
});

group(
  "mann-whitney-u",
  Tolerance.extend({
    x: Numbers,
    y: Numbers,
    alternative: AlternativeSchema,
    method: z.enum(["exact", "asymptotic"]),
    continuity: z.boolean().default(true),
    U: z.number(),
    p: z.number(),
  }),
  ({ x, y, alternative, method, continuity, U, p, ...tolerance }) => {
    const result = mannWhitney(x, y, alternative, method, { continuity });
    expect(result.U).toBe(U);
    near(result.p, p, tolerance);
  },
);

group(
  "mann-whitney-exact-cdf",
  Tolerance.extend({ m: z.number(), n: z.number(), U: z.number(), cdf: z.number() }),
  ({ m, n, U, cdf, ...tolerance }) => near(mannWhitneyCdf(m, n, U), cdf, tolerance),
);

group(
  "hodges-lehmann-shift-ci",
  Tolerance.extend({
    x: Numbers,
    y: Numbers,
    conf: z.number(),
    estimate: z.number(),
    ci: Pair,
    method: z.enum(["exact", "asymptotic"]),
  }),
  ({ x, y, conf, estimate, ci, method, ...tolerance }) => {
    const result = hodgesLehmannShift(x, y, conf, method);
    allNear([result.estimate, result.low, result.high], [estimate, ...ci], tolerance);
  },
);

group(
  "effect-size",
  Tolerance.extend({ measure: z.enum(["cliffs_delta", "cles"]), x: Numbers, y: Numbers, value: z.number() }),
  ({ measure, x, y, value, ...tolerance }) =>
    near(measure === "cles" ? cles(x, y) : cliffsDelta(x, y), value, tolerance),
);

const ADJUSTMENTS = { bh: benjaminiHochberg, by: benjaminiYekutieli, holm, bonferroni };

group(
  "multiple-testing",
  Tolerance.extend({
    method: z.enum(["bh", "by", "holm", "bonferroni"]),
    p: Numbers,
    adjusted: Numbers,
    reject_at_0_05: z.number().optional(),
    reject_below_0_25: z.number().optional(),
  }),
  ({ method, p, adjusted, reject_at_0_05, reject_below_0_25, ...tolerance }) => {
    const q = ADJUSTMENTS[method](p);
    allNear(q, adjusted, tolerance);
    if (reject_at_0_05 !== undefined) expect(q.filter((value) => value <= 0.05)).toHaveLength(reject_at_0_05);
    if (reject_below_0_25 !== undefined) expect(q.filter((value) => value < 0.25)).toHaveLength(reject_below_0_25);
  },
);

group(
  "newcombe-diff-ci",
  Tolerance.extend({
    x1: z.number(),
    n1: z.number(),
    x2: z.number(),
    n2: z.number(),
    conf: z.number(),
    ci: Pair,
  }),
  ({ conf, ci, rtol, atol, ...counts }) => {
    const { low, high } = newcombeDifference({ ...counts, confidence: conf });
    allNear([low, high], ci, { rtol, atol });
  },
);

group(
  "proportion-ci",
  Tolerance.extend({
    method: z.enum(["wilson", "clopper-pearson", "clopper-upper-one-sided"]),
    x: z.number(),
    n: z.number(),
    conf: z.number(),
    ci: Pair.optional(),
    upper: z.number().optional(),
  }),
  ({ method, x, n, conf, ci, upper, ...tolerance }) => {
    if (method === "clopper-upper-one-sided") {
      return near(clopperPearsonUpper(x, n, conf), z.number().parse(upper), tolerance);
    }
    const { low, high } = method === "wilson" ? wilson(x, n, conf) : clopperPearson(x, n, conf);
    return allNear([low, high], Pair.parse(ci), tolerance);
  },
);

group(
  "poisson-rate-ratio",
  Tolerance.extend({
    x1: z.number(),
    t1: z.number(),
    x0: z.number(),
    t0: z.number(),
    alternative: AlternativeSchema,
    p: z.number(),
    rate_ratio: z.number().optional(),
    ci95: Pair.optional(),
  }),
  ({ alternative, p, rate_ratio, ci95, rtol, atol, ...counts }) => {
    const result = poissonRateRatio(counts, alternative);
    near(result.p, p, { rtol, atol });
    if (rate_ratio !== undefined) near(result.rateRatio, rate_ratio, { rtol, atol });
    if (ci95 !== undefined) allNear([result.low, result.high], ci95, { rtol, atol });
  },
);

group(
  "stratified-exact",
  Tolerance.extend({
    strata: z.array(Table),
    S: z.number().optional(),
    p_two_sided: z.number().optional(),
    p_greater: z.number().optional(),
    midp_greater: z.number().optional(),
    pooled_fisher_greater: z.number().optional(),
    common_or_cmle: z.number().optional(),
    mh_chi2: z.number().optional(),
    mh_p: z.number().optional(),
    mh_or: z.number().optional(),
  }),
  (vector) => {
    const strata = vector.strata.map(([[a, b], [c, d]]) => ({ fail1: a, n1: a + b, fail0: c, n0: c + d }));
    const sum = (row: 0 | 1, column: 0 | 1): number =>
      vector.strata.reduce((all, table) => all + table[row][column], 0);
    const exact = stratifiedExact(strata);
    const mh = mantelHaenszel(strata);
    const pairs: [number, number | undefined][] = [
      [exact.statistic, vector.S],
      [exact.pTwoSided, vector.p_two_sided],
      [exact.pGreater, vector.p_greater],
      [exact.pMidP, vector.midp_greater],
      [
        fisherExact(
          [
            [sum(0, 0), sum(0, 1)],
            [sum(1, 0), sum(1, 1)],
          ],
          "greater",
        ),
        vector.pooled_fisher_greater,
      ],
      [mh.chi2, vector.mh_chi2],
      [mh.p, vector.mh_p],
      [mh.oddsRatio, vector.mh_or],
    ];
    const given = pairs.filter(([, expected]) => expected !== undefined);
    expect(given.length).toBeGreaterThan(2);
    for (const [actual, expected] of given) near(actual, expected ?? Number.NaN, vector);
    // R stops 2e-6 beside the root, where the expected S is 16 to 15 digits.
    if (vector.common_or_cmle !== undefined)
      near(commonOddsRatio(strata).estimate, vector.common_or_cmle, { rtol: 1e-5 });
  },
);

/** R's built-in data set: insects on 12 plots per spray (Beall 1942). */
const INSECT_SPRAYS: Record<string, readonly number[]> = {
  A: [10, 7, 20, 14, 14, 12, 10, 23, 17, 20, 14, 13],
  B: [11, 17, 21, 11, 16, 14, 17, 17, 19, 21, 7, 13],
  C: [0, 1, 7, 2, 3, 1, 2, 1, 3, 0, 1, 4],
  D: [3, 5, 12, 6, 4, 3, 5, 5, 5, 5, 2, 4],
  E: [3, 5, 3, 5, 3, 6, 1, 1, 3, 2, 6, 4],
  F: [11, 9, 15, 22, 15, 16, 13, 10, 26, 26, 24, 13],
};

const QuasiVector = Tolerance.extend({
  id: z.string(),
  x0: Numbers.default([]),
  d0: Numbers.default([]),
  x1: Numbers.default([]),
  d1: Numbers.default([]),
  matched: z.boolean().optional(),
  log_rr: z.number().optional(),
  se: z.number().optional(),
  dispersion: z.number(),
  t: z.number().optional(),
  df: z.number().optional(),
  p_two_sided: z.number().optional(),
  coef_sprayC: z.number().optional(),
  se_sprayC: z.number().optional(),
});

function blocksOf(x: readonly number[], exposure: readonly number[]): { x: number; exposure: number }[] {
  return x.map((count, index) => ({ x: count, exposure: exposure[index] ?? 1 }));
}

group("quasi-poisson-log-rate-ratio", QuasiVector, (vector) => {
  // Spray C against A; every other spray has a level of its own and only adds to what is known of the noise.
  const sprays = ["B", "D", "E", "F"].map((spray) => ({
    candidate: [],
    baseline: blocksOf(INSECT_SPRAYS[spray] ?? [], []),
  }));
  const strata =
    vector.id === "InsectSprays"
      ? [{ candidate: blocksOf(INSECT_SPRAYS.C ?? [], []), baseline: blocksOf(INSECT_SPRAYS.A ?? [], []) }, ...sprays]
      : [{ candidate: blocksOf(vector.x1, vector.d1), baseline: blocksOf(vector.x0, vector.d0) }];
  const result = quasiPoissonRatio({ strata, delta: 0, floorDispersion: false, inflateAutocorrelation: false });
  const pairs: [number, number | undefined][] = [
    [result.dispersion, vector.dispersion],
    [result.logRatio, vector.log_rr ?? vector.coef_sprayC],
    [result.se, vector.se ?? vector.se_sprayC],
    [result.t, vector.t],
    [result.df, vector.df],
    [2 * Math.min(result.pGreater, result.pLess), vector.p_two_sided],
  ];
  for (const [actual, expected] of pairs) if (expected !== undefined) near(actual, expected, vector);
});

group(
  "wilcoxon-signed-rank",
  Tolerance.extend({
    x: Numbers,
    y: Numbers,
    alternative: AlternativeSchema,
    V: z.number(),
    p: z.number(),
    pseudomedian: z.number().optional(),
    ci95: Pair.optional(),
  }),
  ({ x, y, alternative, V, p, pseudomedian, ci95, ...tolerance }) => {
    const differences = x.map((value, index) => value - (y[index] ?? Number.NaN));
    const result = signedRank(differences, alternative);
    expect(result.V).toBe(V);
    near(result.p, p, tolerance);
    const shift = hodgesLehmannPaired(differences, 0.95);
    if (pseudomedian !== undefined) near(shift.estimate, pseudomedian, tolerance);
    if (ci95 !== undefined) allNear([shift.low, shift.high], ci95, tolerance);
  },
);

group(
  "e-divisive",
  z.object({
    series: Numbers.optional(),
    series_rle: z.array(Pair).optional(),
    change_points: Numbers,
    first_split: z.object({ tau: z.number(), qhat: z.number() }).optional(),
    alpha: z.number(),
  }),
  ({ series, series_rle, change_points, first_split, alpha }) => {
    const values = series ?? (series_rle ?? []).flatMap(([value, count]) => Array<number>(count).fill(value));
    expect(eDivisive(values, { alphaLevel: alpha, random: mulberry32(1) })).toEqual(change_points);
    if (first_split === undefined) return;
    const split = strongestSplit(values);
    expect(split?.index).toBe(first_split.tau);
    near(split?.statistic ?? Number.NaN, first_split.qhat, { rtol: 1e-6 });
  },
);

const Range = z.tuple([z.number(), z.number(), z.number()]);

function rangeOf([start, stop, step]: z.output<typeof Range>): readonly number[] {
  return Array.from({ length: Math.ceil((stop - start) / step) }, (_, index) => start + index * step);
}

group(
  "energy-statistics",
  Tolerance.extend({
    u: Numbers.optional(),
    v: Numbers.optional(),
    u_weights: Numbers.optional(),
    v_weights: Numbers.optional(),
    u_range: Range.optional(),
    v_range: Range.optional(),
    scipy_energy_distance: z.number().optional(),
    E: z.number().optional(),
    T: z.number().optional(),
    H: z.number().optional(),
  }),
  (vector) => {
    const u = vector.u ?? rangeOf(Range.parse(vector.u_range));
    const v = vector.v ?? rangeOf(Range.parse(vector.v_range));
    if (vector.scipy_energy_distance !== undefined) {
      const weights = {
        ...(vector.u_weights && { u: vector.u_weights }),
        ...(vector.v_weights && { v: vector.v_weights }),
      };
      return near(energyDistance(u, v, weights), vector.scipy_energy_distance, vector);
    }
    const { e, t, h } = energyStatistics(u, v);
    return allNear([e, t, h], Numbers.parse([vector.E, vector.T, vector.H]), vector);
  },
);

group(
  "bayesian-passfail-changepoint",
  z.object({
    prior: z.object({ changepoint_likelihood: z.number(), first_try_prior: Pair, after_retry_prior: Pair }),
    position: Numbers,
    runs: Numbers,
    runs_with_failure: Numbers,
    retried: Numbers.nullable(),
    failed_after_retry: Numbers.nullable(),
    change_points_run_index: Numbers,
  }),
  ({ prior, position, runs, runs_with_failure, retried, failed_after_retry, change_points_run_index }) => {
    const history = position.flatMap((at, index) =>
      Array.from({ length: runs[index] ?? 0 }, (_, run) => ({
        position: at,
        failed: run < (runs_with_failure[index] ?? 0),
        retried: run < (retried?.[index] ?? 0),
        failedAfterRetry: run < (failed_after_retry?.[index] ?? 0),
      })),
    );
    const changes = passFailChangePoints(history, {
      changePointLikelihood: prior.changepoint_likelihood,
      firstTry: { alpha: prior.first_try_prior[0], beta: prior.first_try_prior[1] },
      afterRetry: { alpha: prior.after_retry_prior[0], beta: prior.after_retry_prior[1] },
    });
    expect(changes.map(({ index }) => index)).toEqual(change_points_run_index);
  },
);

group(
  "beta-binomial-sequence-likelihood",
  Tolerance.extend({
    alpha: z.number(),
    beta: z.number(),
    failures: z.number(),
    runs: z.number(),
    likelihood: z.number(),
  }),
  ({ alpha, beta, failures, runs, likelihood, ...tolerance }) =>
    near(Math.exp(logSequenceLikelihood({ alpha, beta }, failures, runs)), likelihood, tolerance),
);

group(
  "group-sequential",
  Tolerance.extend({
    id: z.string(),
    looks: z.number(),
    constant: z.number(),
    z_bounds: Numbers,
    one_sided_nominal_p: Numbers.optional(),
  }),
  ({ id, looks, constant, z_bounds, one_sided_nominal_p, ...tolerance }) => {
    const bounds = id.startsWith("OBF") ? obrienFlemingBounds(looks, constant) : pocockBounds(looks, constant);
    allNear(
      bounds.map(({ z }) => z),
      z_bounds,
      tolerance,
    );
    if (one_sided_nominal_p === undefined) return;
    // Given to three digits.
    allNear(
      bounds.map(({ nominalP }) => nominalP),
      one_sided_nominal_p,
      { rtol: 0.01 },
    );
  },
);

group(
  "ci-tools-required-passes",
  z.object({ attempts: z.number(), historical_pass_percent: z.number(), required_passes: z.number() }),
  ({ attempts, historical_pass_percent, required_passes }) =>
    expect(requiredPasses({ attempts, historicalPassPercent: historical_pass_percent })).toBe(required_passes),
);

describe("the acceptance vectors", () => {
  it("are all executed: no file of vectors without its group", () => {
    const files = readdirSync(FOLDER).map((file) => file.replace(".json", ""));
    expect([...executed.keys()].sort()).toEqual(files.sort());
    expect([...executed.values()].reduce((a, b) => a + b, 0)).toBe(142);
  });
});
