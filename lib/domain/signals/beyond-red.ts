import type { Signal } from "./signal";
import { SIGNAL_RULES } from "./signal-rules";
import type { SignalTest } from "./signal-test";

type Tested = Pick<SignalTest, "estimate" | "candidate" | "baseline" | "p" | "method">;

/**
 * The direction in which the estimate is beyond the signal's thresholds of red, with its interval beyond the least
 * effect and the difference large enough; null where it is not. Says nothing of significance.
 */
export function beyondRed(test: Tested, signal: Signal): "up" | "down" | null {
  const { estimate } = test;
  if (estimate === null) return null;
  const difference = Math.abs((test.candidate?.value ?? 0) - (test.baseline?.value ?? 0));
  if (difference < (signal.minDifference ?? 0)) return null;
  const { ratio, low, high } = estimate;
  const least = 1 + signal.delta;
  if (signal.direction !== "down" && ratio >= signal.redRatio && low > least) return "up";
  const redLow = signal.redRatioLow ?? 1 / signal.redRatio;
  if (signal.direction !== "up" && ratio <= redLow && high < 1 / least) return "down";
  return null;
}

/** Whether this look alone says so: beyond the thresholds, at 5 % (sparse counters at 1 %). */
export function saysSo(test: Tested, signal: Signal): boolean {
  if (test.p === null || beyondRed(test, signal) === null) return false;
  return test.p <= (test.method === "conditional-binomial" ? SIGNAL_RULES.sparseAlpha : SIGNAL_RULES.alpha);
}
