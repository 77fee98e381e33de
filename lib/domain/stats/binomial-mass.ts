import { stirlingError } from "./log-gamma";

/** x ln(x/m) + m - x without cancellation when x is near m (Loader 2000, "bd0"). */
function deviance(x: number, mean: number): number {
  if (Math.abs(x - mean) >= 0.1 * (x + mean)) return x * Math.log(x / mean) + mean - x;
  const ratio = (x - mean) / (x + mean);
  const square = ratio * ratio;
  let sum = (x - mean) * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= square;
    const next = sum + power / odd;
    if (next === sum) return next;
    sum = next;
  }
}

function allOrNothing(n: number, q: number, p: number): number {
  // n ln q, for q near 1 by way of p = 1 - q, which is then known more exactly.
  return p < 0.1 ? -deviance(n, n * q) - n * p : n * Math.log(q);
}

/**
 * ln of C(n, x) p^x q^(n-x), by Loader's saddle point expansion (the algorithm of R's dbinom). `q` is 1 - p, given
 * apart so that a p near 1 keeps its digits. x and n may be fractions (the incomplete beta function uses that).
 * -Infinity where the mass is 0.
 */
export function logBinomialMass(x: number, n: number, p: number, q: number): number {
  if (x < 0 || x > n) return Number.NEGATIVE_INFINITY;
  if (p <= 0) return x === 0 ? 0 : Number.NEGATIVE_INFINITY;
  if (q <= 0) return x === n ? 0 : Number.NEGATIVE_INFINITY;
  if (n === 0) return 0;
  if (x === 0) return allOrNothing(n, q, p);
  if (x === n) return allOrNothing(n, p, q);
  const exponent =
    stirlingError(n) - stirlingError(x) - stirlingError(n - x) - deviance(x, n * p) - deviance(n - x, n * q);
  return exponent - 0.5 * (Math.log(2 * Math.PI) + Math.log(x) + Math.log1p(-x / n));
}
