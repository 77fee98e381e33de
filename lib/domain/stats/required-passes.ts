import { fisherExact } from "./fisher";
import { requireCount, requireLevel } from "./require";

function roundHalfToEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

/**
 * How many of `attempts` must pass for a gate that has passed `historicalPassPercent` % of the time: Fisher's test as
 * people read it. The largest number of passes that is still significantly too few, at least 0: the rule of
 * openshift/ci-tools pkg/jobrunaggregator/jobrunaggregatoranalyzer/required-pass-rate.py (history of 250, 5 %).
 */
export function requiredPasses({
  attempts,
  historicalPassPercent,
  corpus = 250,
  alpha = 0.05,
}: {
  attempts: number;
  historicalPassPercent: number;
  corpus?: number;
  alpha?: number;
}): number {
  requireCount(attempts, "attempts");
  requireCount(corpus, "corpus");
  requireLevel(alpha, "alpha");
  if (!(historicalPassPercent >= 0 && historicalPassPercent <= 100)) {
    throw new RangeError(`a share of passes must be within 0 and 100 %, not ${historicalPassPercent}`);
  }
  const passed = roundHalfToEven((corpus * historicalPassPercent) / 100);
  for (let passes = 0; passes <= attempts; passes += 1) {
    const table = [
      [passed, corpus - passed],
      [passes, attempts - passes],
    ] as const;
    if (fisherExact(table, "greater") > alpha) return Math.max(0, passes - 1);
  }
  return attempts;
}
