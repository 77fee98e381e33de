import { hodgesLehmannPaired } from "../stats/paired-shift";
import { signedRank } from "../stats/signed-rank";
import { tQuantile, tSf } from "../stats/student-t";
import { type DayNoise, dayError, spreadWithin } from "./day-noise";
import { levelOf, type ObservedBlock } from "./observed-block";
import type { Signal } from "./signal";
import { DAY_MS, SIGNAL_RULES } from "./signal-rules";
import { isWeekend, matcherOf } from "./signal-strata";
import { boundedRatio, directedP, ratioOf, type TestOutcome, worstRatio } from "./test-outcome";

export interface Sides {
  candidate: readonly ObservedBlock[];
  baseline: readonly ObservedBlock[];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** The logarithm of each hour over the mean of the baseline's matching hours. Levels of 0 have none and are left out. */
function hourRatios(blocks: readonly ObservedBlock[], baseline: readonly ObservedBlock[], signal: Signal) {
  const matching = matcherOf(baseline.filter((block) => levelOf(block, signal) > 0));
  return blocks.flatMap((block) => {
    const others = matching(block.at).map((other) => Math.log(levelOf(other, signal)));
    const level = levelOf(block, signal);
    return level > 0 && others.length > 0 ? [{ at: block.at, value: Math.log(level) - mean(others) }] : [];
  });
}

/** One log ratio for each node with both releases, of matching hours. */
function nodePairs(nodes: readonly Sides[], signal: Signal): number[] {
  return nodes.flatMap(({ candidate, baseline }) => {
    const ratios = hourRatios(candidate, baseline, signal);
    return ratios.length === 0 ? [] : [mean(ratios.map(({ value }) => value))];
  });
}

/** Without nodes: one log ratio for each hour of the day, so that days on end do not count as so many observations. */
function hourPairs(total: Sides, signal: Signal): number[] {
  const byHour = new Map<number, number[]>();
  for (const { at, value } of hourRatios(total.candidate, total.baseline, signal)) {
    byHour.set(at.getUTCHours(), [...(byHour.get(at.getUTCHours()) ?? []), value]);
  }
  return [...byHour.values()].map(mean);
}

/** How far the baseline's days lie from one another: nodes and hours of one day move together. */
function levelDayNoise(total: Sides, signal: Signal): DayNoise | null {
  const days = new Map<number, { weekend: boolean; values: number[] }>();
  for (const { at, value } of hourRatios(total.baseline, total.baseline, signal)) {
    const key = Math.floor(at.getTime() / DAY_MS);
    const day = days.get(key) ?? { weekend: isWeekend(at), values: [] };
    day.values.push(value);
    days.set(key, day);
  }
  const means = (weekend: boolean): number[] =>
    [...days.values()].filter((day) => day.weekend === weekend).map(({ values }) => mean(values));
  return spreadWithin([means(false), means(true)]);
}

/** Of the shift by days alone: the p-values it would have with the baseline's spread of days as the only noise. */
function byDays(shift: number, margin: number, noise: DayNoise | null, total: Sides) {
  const se = dayError(noise, total.candidate);
  if (noise === null || se === 0) return { greater: 0, less: 0, reach: () => 0 };
  return {
    greater: tSf((shift - margin) / se, noise.df),
    less: tSf((-shift - margin) / se, noise.df),
    reach: (confidence: number) => tQuantile(0.5 + confidence / 2, noise.df) * se,
  };
}

/**
 * A level: the log ratios of nodes (or of hours of the day, where fewer than five nodes are known) against
 * log(1 + delta), by the exact signed-rank test, with the Hodges–Lehmann estimate. The p-value is never smaller than
 * the one that the baseline's own days allow. Null with fewer than five pairs.
 */
export function levelTest(total: Sides, nodes: readonly Sides[], signal: Signal): TestOutcome | null {
  const byNode = nodePairs(nodes, signal);
  const pairs = byNode.length >= SIGNAL_RULES.leastPairs ? byNode : hourPairs(total, signal);
  if (pairs.length < SIGNAL_RULES.leastPairs) return null;
  const margin = Math.log1p(signal.delta);
  const wide = hodgesLehmannPaired(pairs, 0.95);
  const narrow = hodgesLehmannPaired(pairs, 0.9);
  const days = byDays(wide.estimate, margin, levelDayNoise(total, signal), total);
  const reach = (end: number, confidence: number) => Math.max(Math.abs(end - wide.estimate), days.reach(confidence));
  const greater = signedRank(
    pairs.map((value) => value - margin),
    "greater",
  ).p;
  const less = signedRank(
    pairs.map((value) => value + margin),
    "less",
  ).p;
  const [low, high] = [wide.estimate - reach(narrow.low, 0.9), wide.estimate + reach(narrow.high, 0.9)];
  const smallest = 0.5 ** pairs.length;
  return {
    method: "signed-rank",
    estimate: ratioOf(wide.estimate, wide.estimate - reach(wide.low, 0.95), wide.estimate + reach(wide.high, 0.95)),
    p: directedP(signal.direction, Math.max(greater, days.greater), Math.max(less, days.less)),
    smallestP: directedP(signal.direction, smallest, smallest),
    detectableRatio:
      smallest > SIGNAL_RULES.boardLevel ? null : boundedRatio(Math.exp(margin + reach(levelReach(pairs), 0.998))),
    upperRatio: worstRatio(signal.direction, Math.exp(low), Math.exp(high)),
  };
}

/** The upper end of the 99.8 % interval: with power one half a shift so far above the margin has p = 0.001. */
function levelReach(pairs: readonly number[]): number {
  return hodgesLehmannPaired(pairs, 1 - 2 * SIGNAL_RULES.boardLevel).high;
}
