import type { BlockStratum } from "../stats/block";
import { signedRank } from "../stats/signed-rank";
import type { Signal } from "./signal";
import { SIGNAL_RULES } from "./signal-rules";

interface HourMatch {
  x: number;
  /** What the baseline would have had in this hour. */
  expected: number;
}

function matchesOf(strata: readonly BlockStratum[]): HourMatch[] {
  return strata.flatMap(({ candidate, baseline }) => {
    const exposure = baseline.reduce((sum, block) => sum + block.exposure, 0);
    const events = baseline.reduce((sum, block) => sum + block.x, 0);
    return exposure === 0
      ? []
      : candidate.map((block) => ({ x: block.x, expected: (events / exposure) * block.exposure }));
  });
}

/**
 * The second test, which may only weaken: the log ratios of single hours to their matching baseline hours, less the
 * least effect and what the environment did, must lie above 0 by the signed-rank test. One enormous hour moves the
 * model and not this. Null with fewer than five hours, when it could not reach 5 % whatever they said.
 */
export function confirmationOf(
  strata: readonly BlockStratum[],
  { signal, rising, environment }: { signal: Signal; rising: boolean; environment: number },
): number | null {
  const matches = matchesOf(strata);
  if (matches.length < SIGNAL_RULES.leastPairs) return null;
  const margin = Math.log1p(signal.delta);
  const ratios = matches.map(({ x, expected }) => Math.log((x + 0.5) / (expected + 0.5)) - environment);
  return rising
    ? signedRank(
        ratios.map((ratio) => ratio - margin),
        "greater",
      ).p
    : signedRank(
        ratios.map((ratio) => ratio + margin),
        "less",
      ).p;
}

/** The share of the excess (or of what is missing) that the worst hour carries; null with few hours or no excess. */
export function topBlockShareOf(strata: readonly BlockStratum[], rising: boolean): number | null {
  const matches = matchesOf(strata);
  if (matches.length < SIGNAL_RULES.leastPairs) return null;
  const excess = matches.map(({ x, expected }) => (rising ? x - expected : expected - x));
  const total = excess.reduce((sum, value) => sum + value, 0);
  return total <= 0 ? null : Math.min(1, Math.max(...excess) / total);
}
