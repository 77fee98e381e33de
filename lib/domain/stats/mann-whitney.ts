import { type Alternative, pickTail } from "./alternative";
import { pairsAbove } from "./effect-size";
import { normalCdf, normalSf } from "./normal";
import { midranks } from "./ranks";
import { requireCount, requireSample } from "./require";
import { correctedNormalTail, EXACT_BELOW } from "./signed-rank";

/** "auto": exact for two samples below 50 without ties, else asymptotic, as R's wilcox.test. */
export type MannWhitneyMethod = "auto" | "exact" | "asymptotic";

export interface MannWhitney {
  /** Pairs with x > y, ties counting half (R's W). */
  U: number;
  p: number;
  method: "exact" | "asymptotic";
}

/** More observations than this would take seconds to enumerate. */
const MOST_EXACT = 400;

/**
 * How the sum of doubled ranks of `drawn` of these observations is distributed when all choices are equally likely.
 * Index 0 is the sum 0. Doubled, so that midranks are whole numbers; so ties are dealt with exactly.
 */
function rankSumMasses(doubledRanks: readonly number[], drawn: number): Float64Array {
  const total = doubledRanks.length;
  const most = doubledRanks
    .toSorted((a, b) => b - a)
    .slice(0, drawn)
    .reduce((a, b) => a + b, 0);
  const byCount = Array.from({ length: drawn + 1 }, () => new Float64Array(most + 1));
  byCount[0]?.fill(1, 0, 1);
  doubledRanks.forEach((rank, seen) => {
    for (let count = Math.min(drawn, seen + 1); count >= 1; count -= 1) {
      const [to, from] = [byCount[count], byCount[count - 1]];
      if (!to || !from) continue;
      for (let sum = most; sum >= rank; sum -= 1) to[sum] = (to[sum] ?? 0) + (from[sum - rank] ?? 0);
    }
  });
  const ways = byCount[drawn] ?? new Float64Array(1);
  const all = ways.reduce((a, b) => a + b, 0);
  return total === 0 ? ways : ways.map((way) => way / all);
}

/** P(U = 0), P(U = 1), … for samples of n and m without ties. */
export function mannWhitneyMasses(n: number, m: number): Float64Array {
  requireCount(n, "n");
  requireCount(m, "m");
  if (n + m > MOST_EXACT) throw new RangeError(`${n + m} observations are too many for an exact distribution`);
  // U and nm - U have the same distribution, and the smaller sample has fewer choices.
  const drawn = Math.min(n, m);
  const ranks = Array.from({ length: n + m }, (_, index) => index + 1);
  const masses = rankSumMasses(ranks, drawn);
  return masses.slice((drawn * (drawn + 1)) / 2, (drawn * (drawn + 1)) / 2 + n * m + 1);
}

/** P(U <= u) for samples of n and m without ties, exact (Mann and Whitney 1947). */
export function mannWhitneyCdf(n: number, m: number, u: number): number {
  const masses = mannWhitneyMasses(n, m);
  return Math.min(
    1,
    masses.subarray(0, Math.max(0, Math.floor(u) + 1)).reduce((a, b) => a + b, 0),
  );
}

function exactP(x: readonly number[], y: readonly number[], alternative: Alternative): number {
  if (x.length + y.length > MOST_EXACT) throw new RangeError("too many observations for an exact test");
  const doubled = midranks([...x, ...y]).ranks.map((rank) => 2 * rank);
  const observed = doubled.slice(0, x.length).reduce((a, b) => a + b, 0);
  const masses = rankSumMasses(doubled, x.length);
  const greater = masses.subarray(observed).reduceRight((a, b) => a + b, 0);
  const less = masses.subarray(0, observed + 1).reduce((a, b) => a + b, 0);
  return Math.min(1, pickTail(alternative, greater, less));
}

function asymptoticP(
  x: readonly number[],
  y: readonly number[],
  distance: number,
  { alternative, continuity }: { alternative: Alternative; continuity: boolean },
): number {
  const [n, m, total] = [x.length, y.length, x.length + y.length];
  const { ties } = midranks([...x, ...y]);
  const variance = ((n * m) / 12) * (total + 1 - ties / (total * (total - 1)));
  const sigma = Math.sqrt(Math.max(0, variance));
  if (continuity) return correctedNormalTail(distance, sigma, alternative);
  return sigma === 0 ? 1 : pickTail(alternative, normalSf(distance / sigma), normalCdf(distance / sigma));
}

/**
 * The rank-sum test of Mann, Whitney and Wilcoxon; `greater` asks whether x lies above y. Exact also with ties, over
 * all choices of the observed midranks; asymptotic with the variance corrected for ties, with a continuity correction
 * unless turned off. All values equal: p = 1. RangeError for an empty sample or numbers that are not finite.
 */
export function mannWhitney(
  x: readonly number[],
  y: readonly number[],
  alternative: Alternative,
  method: MannWhitneyMethod = "auto",
  { continuity = true }: { continuity?: boolean } = {},
): MannWhitney {
  requireSample(x, "x");
  requireSample(y, "y");
  const U = pairsAbove(x, y);
  const small = x.length < EXACT_BELOW && y.length < EXACT_BELOW;
  if (method === "exact" || (method === "auto" && small && midranks([...x, ...y]).ties === 0)) {
    return { U, p: exactP(x, y, alternative), method: "exact" };
  }
  const p = asymptoticP(x, y, U - (x.length * y.length) / 2, { alternative, continuity });
  return { U, p: Math.max(Number.MIN_VALUE, p), method: "asymptotic" };
}
