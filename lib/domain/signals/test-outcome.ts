import { tQuantile, tSf } from "../stats/student-t";
import type { Signal } from "./signal";
import { SIGNAL_RULES } from "./signal-rules";
import type { SignalTest } from "./signal-test";

/** What a test says, whichever it was. */
export type TestOutcome = Pick<
  SignalTest,
  "method" | "estimate" | "p" | "smallestP" | "detectableRatio" | "upperRatio"
>;

/** A log ratio with its error: what the tests of rates come down to. */
export interface LogRatio {
  logRatio: number;
  se: number;
  df: number;
}

/** A ratio without an upper end, as where the baseline has no event: JSON has no infinity. */
export const UNBOUNDED_RATIO = 1e9;

export function boundedRatio(ratio: number): number {
  return Math.min(UNBOUNDED_RATIO, Math.max(1 / UNBOUNDED_RATIO, ratio));
}

/** A ratio and its confidence limits from their logarithms. */
export function ratioOf(logRatio: number, low: number, high: number): { ratio: number; low: number; high: number } {
  return {
    ratio: boundedRatio(Math.exp(logRatio)),
    low: boundedRatio(Math.exp(low)),
    high: boundedRatio(Math.exp(high)),
  };
}

/** One p of a signal's direction from the two one-sided ones; `either` pays for looking both ways. */
export function directedP(direction: Signal["direction"], greater: number, less: number): number {
  if (direction === "down") return less;
  return direction === "either" ? Math.min(1, 2 * Math.min(greater, less)) : greater;
}

/** How bad it may still be: the one-sided 95 % bound in the bad direction, as a ratio above 1 for either direction. */
export function worstRatio(direction: Signal["direction"], low: number, high: number): number {
  if (direction === "down") return boundedRatio(1 / low);
  return boundedRatio(direction === "either" ? Math.max(high, 1 / low) : high);
}

/**
 * Tests a log ratio against the least effect: H0 is "at most 1 + delta" (for `down`: at least 1/(1 + delta)). The
 * detectable ratio is the one found with power one half at p = 0.001.
 */
export function outcomeOf({ logRatio, se, df }: LogRatio, signal: Signal): TestOutcome {
  const margin = Math.log1p(signal.delta);
  const [two, one] = [tQuantile(0.975, df) * se, tQuantile(0.95, df) * se];
  const level = SIGNAL_RULES.boardLevel / (signal.direction === "either" ? 2 : 1);
  return {
    method: "quasi-poisson",
    estimate: ratioOf(logRatio, logRatio - two, logRatio + two),
    p: directedP(signal.direction, tSf((logRatio - margin) / se, df), tSf((-logRatio - margin) / se, df)),
    smallestP: null,
    detectableRatio: boundedRatio(Math.exp(margin + tQuantile(1 - level, df) * se)),
    upperRatio: worstRatio(signal.direction, Math.exp(logRatio - one), Math.exp(logRatio + one)),
  };
}
