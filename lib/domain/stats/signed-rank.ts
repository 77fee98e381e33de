import { type Alternative, pickTail } from "./alternative";
import { normalCdf, normalSf } from "./normal";
import { midranks } from "./ranks";
import { requireSample } from "./require";

/** From this many differences on the normal approximation is used, as in R's wilcox.test. */
export const EXACT_BELOW = 50;

export interface SignedRank {
  /** The sum of the ranks of positive differences. */
  V: number;
  p: number;
  method: "exact" | "normal";
  /** Differences that are not 0. */
  n: number;
}

/** P(V = 0), P(V = 1), … of n differences without ties, as often above 0 as below. */
export function signedRankMasses(n: number): Float64Array {
  const masses = new Float64Array((n * (n + 1)) / 2 + 1);
  masses[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) {
    // Each rank counts or not, with the same chance; from behind, so that no rank counts twice.
    for (let v = (rank * (rank + 1)) / 2; v >= 0; v -= 1) {
      masses[v] = ((masses[v] ?? 0) + (v >= rank ? (masses[v - rank] ?? 0) : 0)) / 2;
    }
  }
  return masses;
}

/** The normal approximation with continuity correction; the correction points to the middle. */
export function correctedNormalTail(distance: number, sigma: number, alternative: Alternative): number {
  if (sigma === 0) return 1;
  if (alternative === "greater") return normalSf((distance - 0.5) / sigma);
  if (alternative === "less") return normalCdf((distance + 0.5) / sigma);
  return Math.min(1, 2 * normalSf((Math.abs(distance) - Math.min(0.5, Math.abs(distance))) / sigma));
}

/**
 * Wilcoxon's signed-rank test that the differences lie around 0, as R's wilcox.test: exact for fewer than 50
 * differences without ties and zeros, else by the normal approximation with corrections for both. Zeros are dropped;
 * when nothing is left, p = 1. RangeError for numbers that are not finite.
 */
export function signedRank(differences: readonly number[], alternative: Alternative): SignedRank {
  requireSample(differences, "differences", 0);
  const told = differences.filter((difference) => difference !== 0);
  const n = told.length;
  const { ranks, ties } = midranks(told.map(Math.abs));
  const V = ranks.reduce((sum, rank, i) => sum + ((told[i] ?? 0) > 0 ? rank : 0), 0);
  if (n === 0) return { V, p: 1, method: "exact", n };
  if (n < EXACT_BELOW && ties === 0 && n === differences.length) {
    const masses = signedRankMasses(n);
    const tail = (from: number): number => masses.subarray(from).reduceRight((sum, mass) => sum + mass, 0);
    // V and n(n+1)/2 - V have the same distribution.
    return { V, p: pickTail(alternative, tail(V), tail(masses.length - 1 - V)), method: "exact", n };
  }
  const sigma = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  const p = correctedNormalTail(V - (n * (n + 1)) / 4, sigma, alternative);
  return { V, p: Math.max(Number.MIN_VALUE, p), method: "normal", n };
}
