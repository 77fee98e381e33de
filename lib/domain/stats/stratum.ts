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

/** Chances below this are as good as none, and arithmetic with what lies below 1e-308 is slow beyond measure. */
const FAINT = 1e-300;

/** Distributions of a sum, term by term, in one buffer: `from` to `to` of it are not faint. */
class GrowingSum {
  readonly #masses: Float64Array;
  #from = 0;
  #to = 1;
  #low = 0;

  constructor(largest: number) {
    this.#masses = new Float64Array(largest + 1);
    this.#masses[0] = 1;
  }

  /** Convolves in place, from above, so that no value is read after it was replaced. */
  add(low: number, term: Float64Array): void {
    const masses = this.#masses;
    const last = term.length - 1;
    masses.fill(0, this.#to, this.#to + last);
    for (let i = this.#to - 1 + last; i >= this.#from; i -= 1) {
      let sum = 0;
      const furthest = Math.min(last, i - this.#from);
      for (let j = Math.max(0, i - this.#to + 1); j <= furthest; j += 1) sum += (masses[i - j] ?? 0) * (term[j] ?? 0);
      masses[i] = sum;
    }
    this.#to += last;
    this.#low += low;
    while (this.#to - 1 > this.#from && (masses[this.#to - 1] ?? 0) < FAINT) this.#to -= 1;
    while (this.#from < this.#to - 1 && (masses[this.#from] ?? 0) < FAINT) this.#from += 1;
  }

  result(): SumDistribution {
    return { low: this.#low + this.#from, masses: this.#masses.slice(this.#from, this.#to) };
  }
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
 * stratum. Sums of products of positive numbers: exact as far as doubles reach; values of S whose chance is below 1e-300
 * are left out at either end.
 */
export function sumDistribution(strata: readonly Stratum[]): SumDistribution {
  const terms = strata.map(massesOf);
  const sum = new GrowingSum(terms.reduce((length, { masses }) => length + masses.length - 1, 0));
  for (const { low, masses } of terms) sum.add(low, masses.map(Math.exp));
  return sum.result();
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
