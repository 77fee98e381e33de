import { incompleteBeta } from "./incomplete-beta";
import { normalQuantile, normalSf } from "./normal";
import { requireLevel } from "./require";
import { findRoot } from "./root";

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`degrees of freedom must be above 0, not ${df}`);
}

/** P(|T| >= |t|) of Student's distribution, df > 0 (Infinity: the normal one). */
export function tTwoSided(t: number, df: number): number {
  requireDegrees(df);
  if (Number.isNaN(t)) throw new RangeError("t is not a number");
  if (df === Number.POSITIVE_INFINITY) return 2 * normalSf(Math.abs(t));
  if (!Number.isFinite(t)) return 0;
  // Divided by the larger of df and t², so that no t overflows.
  const square = t * t;
  const part = square > df ? df / square / (1 + df / square) : 1 / (1 + square / df);
  const rest = square > df ? 1 / (1 + df / square) : square / df / (1 + square / df);
  return incompleteBeta(part, df / 2, 0.5, rest);
}

/** P(T > t) of Student's distribution: the tail itself. */
export function tSf(t: number, df: number): number {
  const half = tTwoSided(t, df) / 2;
  return t > 0 ? half : 1 - half;
}

/** The t with P(T <= t) = p, 0 < p < 1. */
export function tQuantile(p: number, df: number): number {
  requireLevel(p, "p");
  requireDegrees(df);
  if (p > 0.5) return -tQuantile(1 - p, df);
  if (p === 0.5) return 0;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  let far = Math.max(1, -normalQuantile(p));
  while (tSf(far, df) > p && far < 1e300) far *= 2;
  return -findRoot((t) => tSf(t, df) - p, 0, far);
}
