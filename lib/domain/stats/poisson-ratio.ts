import type { Alternative } from "./alternative";
import { betaQuantile } from "./beta-quantile";
import { binomialLower, binomialUpper, logBinomialPmf } from "./binomial";
import { requireCount, requireLevel } from "./require";
import { twoSidedTail } from "./two-sided";

export interface RateRatio {
  /** (x1/t1) / (x0/t0); Infinity when only the second has no events, NaN when neither has any. */
  rateRatio: number;
  p: number;
  low: number;
  high: number;
}

function requireExposure(value: number, name: string): void {
  if (!(value > 0 && Number.isFinite(value))) throw new RangeError(`${name} must be above 0, not ${value}`);
}

function pValue(x: number, n: number, share: number, alternative: Alternative): number {
  if (alternative === "greater") return binomialUpper(x, n, share);
  if (alternative === "less") return binomialLower(x, n, share);
  const distribution = {
    low: 0,
    high: n,
    mode: Math.min(n, Math.floor((n + 1) * share)),
    logPmf: (k: number) => logBinomialPmf(k, n, share),
    upper: (k: number) => binomialUpper(k, n, share),
    lower: (k: number) => binomialLower(k, n, share),
  };
  return twoSidedTail(distribution, x);
}

/**
 * The exact comparison of two Poisson rates, x1 events in t1 against x0 in t0, as R's poisson.test: given x1 + x0,
 * x1 is binomial with the share t1/(t1 + t0). Two-sided p sums all outcomes at most as probable; the interval of
 * the ratio is that of Clopper and Pearson, open to one side for a one-sided alternative. No events: p = 1.
 */
export function poissonRateRatio(
  { x1, t1, x0, t0 }: { x1: number; t1: number; x0: number; t0: number },
  alternative: Alternative,
  confidence = 0.95,
): RateRatio {
  requireCount(x1, "x1");
  requireCount(x0, "x0");
  requireExposure(t1, "t1");
  requireExposure(t0, "t0");
  requireLevel(confidence, "confidence");
  const tail = alternative === "two-sided" ? (1 - confidence) / 2 : 1 - confidence;
  // p/(1 - p) of both ends of the binomial interval, by the smaller side so that none of its digits is lost.
  const odds = (p: number, q: number): number => ((p / q) * t0) / t1;
  const low = alternative === "less" || x1 === 0 ? 0 : betaQuantile(tail, x1, x0 + 1);
  const high = alternative === "greater" || x0 === 0 ? 0 : betaQuantile(tail, x0, x1 + 1);
  return {
    rateRatio: ((x1 / x0) * t0) / t1,
    p: Math.max(Number.MIN_VALUE, pValue(x1, x1 + x0, t1 / (t1 + t0), alternative)),
    low: odds(low, 1 - low),
    high: odds(1 - high, high),
  };
}

/**
 * One-sided mid-p for a counter too sparse for a model: P(X > x1) + P(X = x1)/2, X ~ Bin(x1 + x0, d1/(d1 + d0)).
 * Without events 0.5.
 */
export function sparseRateMidP({ x1, d1, x0, d0 }: { x1: number; d1: number; x0: number; d0: number }): number {
  requireCount(x1, "x1");
  requireCount(x0, "x0");
  requireExposure(d1, "d1");
  requireExposure(d0, "d0");
  const [n, share] = [x1 + x0, d1 / (d1 + d0)];
  const p = binomialUpper(x1 + 1, n, share) + Math.exp(logBinomialPmf(x1, n, share)) / 2;
  return Math.max(Number.MIN_VALUE, p);
}
