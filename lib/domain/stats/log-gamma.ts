import { requireCount, requirePart } from "./require";

/** ln(sqrt(2 pi)) */
const HALF_LOG_TWO_PI = 0.9189385332046728;
/** From here on the series of Stirling is exact to double precision. */
const SERIES_FROM = 16;
/** B(2k) / (2k (2k-1)): Abramowitz & Stegun 6.1.40. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156];

function series(x: number): number {
  const square = 1 / (x * x);
  let sum = 0;
  for (let k = SERIES.length - 1; k >= 0; k -= 1) sum = sum * square + (SERIES[k] ?? 0);
  return sum / x;
}

/** ln Γ(x) for x > 0, absolute error about 1e-15 · max(1, |ln Γ|). RangeError for x <= 0. */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs x > 0, not ${x}`);
  if (x === Number.POSITIVE_INFINITY) return x;
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product);
}

function smallStirlingError(n: number): number {
  return logGamma(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
}

const WHOLE = Array.from({ length: SERIES_FROM }, (_, n) => (n === 0 ? 0 : smallStirlingError(n)));

/**
 * ln Γ(n+1) minus Stirling's formula, for n > 0 (Loader 2000, "Fast and accurate computation of binomial
 * probabilities"): what is left is small, so nothing cancels when such terms are subtracted.
 */
export function stirlingError(n: number): number {
  if (n >= SERIES_FROM) return series(n);
  return WHOLE[n] ?? smallStirlingError(n);
}

/** ln n! for a whole n >= 0. */
export function logFactorial(n: number): number {
  requireCount(n, "n");
  return n < 2 ? 0 : logGamma(n + 1);
}

/** ln of the number of ways to choose k of n, 0 <= k <= n. */
export function logChoose(n: number, k: number): number {
  requirePart(k, n, "k");
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
