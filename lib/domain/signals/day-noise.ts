import type { BlockStratum } from "../stats/block";
import { DAY_MS } from "./signal-rules";
import { isWeekend } from "./signal-strata";

/** How far the days of the baseline lie from one another, on the scale of the logarithm. */
export interface DayNoise {
  sd: number;
  days: number;
  df: number;
}

/** With fewer days their spread is itself too uncertain. */
const LEAST_DF = 4;

interface Day {
  x: number;
  expected: number;
  hours: number;
  weekend: boolean;
}

function daysOf(strata: readonly BlockStratum[]): Day[] {
  const hours = new Set(strata.flatMap(({ candidate }) => candidate.map(({ at }) => at?.getUTCHours())));
  const days = new Map<number, Day>();
  for (const { baseline } of strata) {
    const rate = baseline.reduce((sum, { x }) => sum + x, 0) / baseline.reduce((sum, b) => sum + b.exposure, 0);
    for (const { at, x, exposure } of baseline) {
      if (at === undefined || !hours.has(at.getUTCHours())) continue;
      const key = Math.floor(at.getTime() / DAY_MS);
      const day = days.get(key) ?? { x: 0, expected: 0, hours: 0, weekend: isWeekend(at) };
      day.x += x;
      day.expected += exposure * rate;
      day.hours += 1;
      days.set(key, day);
    }
  }
  return [...days.values()].filter((day) => day.hours >= hours.size / 2);
}

/** The spread of values around the mean of their own group; null with too few of them. */
export function spreadWithin(groups: readonly (readonly number[])[]): DayNoise | null {
  let [squares, df, days] = [0, 0, 0];
  for (const values of groups) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    squares += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    df += Math.max(0, values.length - 1);
    days += values.length;
  }
  return df < LEAST_DF ? null : { sd: Math.sqrt(squares / df), days, df };
}

/**
 * The spread of whole days of the baseline, over the hours of the day that the candidate was seen in, weekdays and
 * weekends each around their own mean. It is what an hourly model cannot see: noise that lasts for many hours moves a
 * day as one. Null with fewer than four degrees of freedom.
 */
export function dayNoise(strata: readonly BlockStratum[]): DayNoise | null {
  const days = daysOf(strata);
  const logs = (weekend: boolean): number[] =>
    days.filter((day) => day.weekend === weekend).map(({ x, expected }) => Math.log((x + 0.5) / (expected + 0.5)));
  return spreadWithin([logs(false), logs(true)]);
}

/** The standard error of a difference between the candidate's days and those of the baseline; 0 where none is known. */
export function dayError(noise: DayNoise | null, candidate: readonly { at: Date }[]): number {
  if (noise === null || candidate.length === 0) return 0;
  const hours = new Set(candidate.map(({ at }) => at.getUTCHours())).size;
  return noise.sd * Math.sqrt(hours / candidate.length + 1 / noise.days);
}
