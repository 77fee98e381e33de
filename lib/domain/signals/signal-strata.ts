import type { BlockStratum } from "../stats/block";
import { hourStrata, poolStrata } from "../stats/hour-strata";
import type { ObservedBlock } from "./observed-block";

const LEAST_BASELINE_EVENTS = 5;

function hasBaseline({ candidate, baseline }: BlockStratum): boolean {
  return candidate.length === 0 || baseline.reduce((sum, { x }) => sum + x, 0) >= LEAST_BASELINE_EVENTS;
}

/**
 * The hours of a cell in strata of hour of day × weekday or weekend. Where one of the two has too few baseline events
 * even with all its hours together, weekdays and weekends are compared as one: a candidate that is only seen on a
 * Sunday would else be compared with nothing.
 */
export function signalStrata(
  candidate: readonly ObservedBlock[],
  baseline: readonly ObservedBlock[],
): readonly BlockStratum[] {
  const matched = hourStrata({ candidate, baseline });
  return matched.every(hasBaseline) ? matched : poolStrata(candidate, baseline);
}

export const isWeekend = (at: Date): boolean => at.getUTCDay() % 6 === 0;

/** Finds the baseline hours that match an hour: the same hour of day and kind of day, else the same hour, else all. */
export function matcherOf(baseline: readonly ObservedBlock[]): (at: Date) => readonly ObservedBlock[] {
  const groups = new Map<string, ObservedBlock[]>();
  const add = (key: string, block: ObservedBlock): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [block]);
    else group.push(block);
  };
  for (const block of baseline) {
    add(keyOf(block.at), block);
    add(`${block.at.getUTCHours()}`, block);
  }
  return (at) => groups.get(keyOf(at)) ?? groups.get(`${at.getUTCHours()}`) ?? baseline;
}

function keyOf(at: Date): string {
  return `${at.getUTCHours()}${isWeekend(at) ? " weekend" : " weekday"}`;
}
