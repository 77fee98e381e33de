import { wilson } from "./proportion";
import { requireLevel } from "./require";

/** x1 of n1 against x2 of n2, n1 and n2 at least 1. */
export interface TwoProportions {
  x1: number;
  n1: number;
  x2: number;
  n2: number;
  confidence: number;
}

/**
 * The difference x1/n1 - x2/n2 as a proportion, with its two-sided interval: the hybrid score interval without
 * continuity correction, method 10 of Newcombe 1998 (Stat. Med. 17:873-890).
 */
export function newcombeDifference({ x1, n1, x2, n2, confidence }: TwoProportions): {
  difference: number;
  low: number;
  high: number;
} {
  const first = wilson(x1, n1, confidence);
  const second = wilson(x2, n2, confidence);
  const [p1, p2] = [x1 / n1, x2 / n2];
  const difference = p1 - p2;
  return {
    difference,
    low: Math.max(-1, difference - Math.hypot(p1 - first.low, second.high - p2)),
    high: Math.min(1, difference + Math.hypot(first.high - p1, p2 - second.low)),
  };
}

/** The one-sided upper bound of x1/n1 - x2/n2: at 95 % the upper end of the two-sided 90 % interval. */
export function newcombeUpper({ confidence, ...counts }: TwoProportions): number {
  requireLevel(confidence, "confidence");
  if (confidence <= 0.5) throw new RangeError(`a bound needs a confidence above 0.5, not ${confidence}`);
  return newcombeDifference({ ...counts, confidence: 2 * confidence - 1 }).high;
}
