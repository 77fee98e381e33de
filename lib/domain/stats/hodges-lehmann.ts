import { normalQuantile } from "./normal";
import { midranks } from "./ranks";
import { findRoot } from "./root";

export interface Estimate {
  estimate: number;
  low: number;
  high: number;
}

/**
 * The number, counted from 1, of the ordered statistic where an exact two-sided interval begins: the smallest q with
 * P(X <= q) >= (1 - confidence)/2 as R's qwilcox and qsignrank, at least 1.
 */
export function firstInside(masses: Float64Array, confidence: number): number {
  const tail = (1 - confidence) / 2;
  let cumulative = 0;
  for (let q = 0; q < masses.length; q += 1) {
    cumulative += masses[q] ?? 0;
    if (cumulative * (1 + 64 * Number.EPSILON) >= tail) return Math.max(1, q);
  }
  return masses.length;
}

/** A statistic of a shift d, standardised with continuity correction: above 0 when the shift is too small. */
export type ShiftStatistic = (d: number) => number;

/** The interval from a normal approximation, over shifts from `least` to `most`: R's wilcox.test, exact = FALSE. */
export function invertShift(
  z: ShiftStatistic,
  { least, most }: { least: number; most: number },
  confidence: number,
): { low: number; high: number } {
  const reach = normalQuantile(0.5 + confidence / 2);
  const root = (target: number): number => {
    if (z(least) <= target) return least;
    if (z(most) >= target) return most;
    return findRoot((d) => z(d) - target, least, most);
  };
  return { low: root(reach), high: root(-reach) };
}

/** (distance - correction) / sigma with the continuity correction of R, and 0 where there is no spread at all. */
function standardise(distance: number, sigma: number): number {
  return sigma === 0 ? 0 : (distance - Math.sign(distance) * 0.5) / sigma;
}

/** The standardised rank sum of x - d among y, with the variance corrected for ties. */
export function rankSumOfShift(x: readonly number[], y: readonly number[]): ShiftStatistic {
  const [n, m] = [x.length, y.length];
  return (d) => {
    const { ranks, ties } = midranks([...x.map((value) => value - d), ...y]);
    const sum = ranks.slice(0, n).reduce((a, b) => a + b, 0);
    const variance = Math.max(0, ((n * m) / 12) * (n + m + 1 - ties / ((n + m) * (n + m - 1))));
    return standardise(sum - (n * (n + 1)) / 2 - (n * m) / 2, Math.sqrt(variance));
  };
}

/** The standardised signed-rank sum of differences - d. */
export function signedRankOfShift(differences: readonly number[]): ShiftStatistic {
  return (d) => {
    const shifted = differences.map((value) => value - d).filter((value) => value !== 0);
    const n = shifted.length;
    const { ranks, ties } = midranks(shifted.map(Math.abs));
    const V = ranks.reduce((sum, rank, i) => sum + ((shifted[i] ?? 0) > 0 ? rank : 0), 0);
    return standardise(V - (n * (n + 1)) / 4, Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48));
  };
}
