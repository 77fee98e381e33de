import type { FailureCounts } from "./fisher";
import { hypergeometricSupport, logHypergeometricPmf } from "./hypergeometric";
import { requirePart } from "./require";

/** One stratum, a cluster for instance: failures among runs, of the candidate (1) and of the baseline (0). */
export type Stratum = FailureCounts;

/** The chances of S = low, low + 1, ...: as they are, or as logarithms. */
export interface SumDistribution {
  low: number;
  masses: Float64Array;
}

function massesOf({ fail1, n1, fail0, n0 }: Stratum): SumDistribution {
  const urn = { white: n1, black: n0, drawn: fail1 + fail0 };
  const { low, high } = hypergeometricSupport(urn);
  return { low, masses: Float64Array.from({ length: high - low + 1 }, (_, i) => logHypergeometricPmf(low + i, urn)) };
}

function convolve(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1);
  for (let j = 0; j < b.length; j += 1) {
    const weight = b[j] ?? 0;
    for (let i = 0; i < a.length; i += 1) sum[i + j] = (sum[i + j] ?? 0) + (a[i] ?? 0) * weight;
  }
  return sum;
}

function addLogs(a: number, b: number): number {
  const larger = Math.max(a, b);
  return larger === Number.NEGATIVE_INFINITY ? larger : larger + Math.log1p(Math.exp(Math.min(a, b) - larger));
}

function convolveLogs(a: Float64Array, b: Float64Array): Float64Array {
  const sum = new Float64Array(a.length + b.length - 1).fill(Number.NEGATIVE_INFINITY);
  for (let j = 0; j < b.length; j += 1) {
    const weight = b[j] ?? 0;
    for (let i = 0; i < a.length; i += 1)
      sum[i + j] = addLogs(sum[i + j] ?? Number.NEGATIVE_INFINITY, (a[i] ?? 0) + weight);
  }
  return sum;
}

/** Throws RangeError unless every stratum holds counts, no failures without their runs. */
export function requireStrata(strata: readonly Stratum[]): void {
  for (const { fail1, n1, fail0, n0 } of strata) {
    requirePart(fail1, n1, "candidate failures");
    requirePart(fail0, n0, "baseline failures");
  }
}

/**
 * The distribution of S, the candidate's failures over all strata, when runs of both sides fail alike within each
 * stratum. Sums of products of positive numbers: exact as far as doubles reach (1e-300).
 */
export function sumDistribution(strata: readonly Stratum[]): SumDistribution {
  return strata.map(massesOf).reduce<SumDistribution>(
    (total, { low, masses }) => ({
      low: total.low + low,
      masses: convolve(total.masses, masses.map(Math.exp)),
    }),
    { low: 0, masses: Float64Array.of(1) },
  );
}

/** The same as logarithms: slower by far, for what lies beyond 1e-300. */
export function logSumDistribution(strata: readonly Stratum[]): SumDistribution {
  return strata
    .map(massesOf)
    .reduce<SumDistribution>(
      (total, { low, masses }) => ({ low: total.low + low, masses: convolveLogs(total.masses, masses) }),
      { low: 0, masses: Float64Array.of(0) },
    );
}
