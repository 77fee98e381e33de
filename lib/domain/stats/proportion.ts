import { betaQuantile } from "./beta-quantile";
import { normalQuantile } from "./normal";
import { requireCount, requireLevel, requirePart } from "./require";

export interface Interval {
  low: number;
  high: number;
}

function requireRuns(x: number, n: number, confidence: number): void {
  requirePart(x, n, "x");
  if (n === 0) throw new RangeError("a proportion of nothing has no interval");
  requireLevel(confidence, "confidence");
}

/** Wilson's score interval of x/n without continuity correction, two-sided (Newcombe 1998, method 3). n >= 1. */
export function wilson(x: number, n: number, confidence: number): Interval {
  requireRuns(x, n, confidence);
  const z = normalQuantile(0.5 + confidence / 2);
  const middle = x + (z * z) / 2;
  const spread = z * Math.sqrt((x * (n - x)) / n + (z * z) / 4);
  const whole = n + z * z;
  return {
    low: x === 0 ? 0 : Math.max(0, (middle - spread) / whole),
    high: x === n ? 1 : Math.min(1, (middle + spread) / whole),
  };
}

/** The exact interval of Clopper and Pearson of x/n, two-sided. n >= 1. */
export function clopperPearson(x: number, n: number, confidence: number): Interval {
  requireRuns(x, n, confidence);
  const tail = (1 - confidence) / 2;
  return {
    low: x === 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    high: x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
  };
}

/** The exact one-sided upper bound of x/n. n >= 1. */
export function clopperPearsonUpper(x: number, n: number, confidence: number): number {
  requireRuns(x, n, confidence);
  if (x === n) return 1;
  return x === 0 ? zeroFailureBound(n, confidence) : betaQuantile(confidence, x + 1, n - x);
}

/** How high the failure rate may still be after n runs without a failure: 1 - (1 - confidence)^(1/n); 1 for n = 0. */
export function zeroFailureBound(n: number, confidence: number): number {
  requireCount(n, "n");
  requireLevel(confidence, "confidence");
  return n === 0 ? 1 : -Math.expm1(Math.log1p(-confidence) / n);
}

/**
 * Clean runs until the score bound of the failure rate is below `delta`, beside a baseline without failures:
 * z²/(n + z²) < delta, at 95 % one-sided the ceil of 2.706 (1 - delta)/delta.
 */
export function runsNeededForMargin(delta: number, confidence = 0.95): number {
  requireLevel(delta, "delta");
  requireLevel(confidence, "confidence");
  const z = normalQuantile(confidence);
  return Math.ceil((z * z * (1 - delta)) / delta);
}
