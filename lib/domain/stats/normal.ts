import { requireProbability } from "./require";

const SERIES_UP_TO = 2;
const TWO_OVER_ROOT_PI = 2 / Math.sqrt(Math.PI);
const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/** Abramowitz & Stegun 7.1.6: all terms positive, so nothing cancels. */
function erfSeries(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; term > sum * 1e-18; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return TWO_OVER_ROOT_PI * Math.exp(-x * x) * sum;
}

/** Abramowitz & Stegun 7.1.14, evaluated from behind; 100 levels suffice from x = 2 on. */
function erfcFraction(x: number): number {
  let tail = x;
  for (let n = 100; n >= 1; n -= 1) tail = x + n / 2 / tail;
  return Math.exp(-x * x) / (Math.sqrt(Math.PI) * tail);
}

/** 1 - erf(x), relative accuracy about 1e-13 as far as doubles reach (x = 27). */
export function erfc(x: number): number {
  if (Number.isNaN(x)) throw new RangeError("erfc of NaN");
  if (x < 0) return 2 - erfc(-x);
  if (x === 0) return 1;
  return x < SERIES_UP_TO ? 1 - erfSeries(x) : erfcFraction(x);
}

/** P(Z <= z) of the standard normal distribution. */
export function normalCdf(z: number): number {
  return erfc(-z * Math.SQRT1_2) / 2;
}

/** P(Z > z) of the standard normal distribution: the tail itself, 9.9e-10 at z = 6. */
export function normalSf(z: number): number {
  return erfc(z * Math.SQRT1_2) / 2;
}

/** The z with P(Z <= z) = p: -Infinity at 0, Infinity at 1. */
export function normalQuantile(p: number): number {
  requireProbability(p, "p");
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0.5) return 0;
  // Abramowitz & Stegun 26.2.23 starts within 4.5e-4; each step of Halley triples the digits.
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  let z = numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t;
  for (let step = 0; step < 3; step += 1) {
    const change = (normalCdf(z) - p) * ROOT_TWO_PI * Math.exp((z * z) / 2);
    if (!Number.isFinite(change)) break;
    z -= change / (1 + (z * change) / 2);
  }
  return z;
}
