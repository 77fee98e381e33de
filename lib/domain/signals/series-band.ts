import { HOUR_MS } from "./signal-rules";

export interface HourValue {
  hour: Date;
  value: number;
}

/** What is usual at an hour: the middle of what was seen and where 95 % of it lies. */
export interface Usual {
  hour: Date;
  middle: number;
  low: number;
  high: number;
}

/** Fewer values have no quantiles worth drawing. */
const LEAST_VALUES = 3;
const HOURS_OF_DAY = 24;

/**
 * What the baseline had at the same hour of the day; with fewer than three values of it, those of the hours next to it are
 * taken too, and so on. Nothing where there are fewer than three altogether.
 */
export function usualAt(hours: readonly Date[], baseline: readonly HourValue[]): Usual[] {
  const byHour = Array.from({ length: HOURS_OF_DAY }, (): number[] => []);
  for (const { hour, value } of baseline) byHour[hour.getUTCHours()]?.push(value);
  const quantiles = byHour.map((_, hour) => quantilesOf(pooled(byHour, hour)));
  return hours.flatMap((hour) => {
    const usual = quantiles[hour.getUTCHours()];
    return usual ? [{ hour, ...usual }] : [];
  });
}

/** Every hour from the one that holds `from` up to `to`. */
export function hoursBetween(from: Date, to: Date): Date[] {
  const first = Math.floor(from.getTime() / HOUR_MS) * HOUR_MS;
  const count = Math.max(0, Math.ceil((to.getTime() - first) / HOUR_MS));
  return Array.from({ length: count }, (_, index) => new Date(first + index * HOUR_MS));
}

function pooled(byHour: readonly (readonly number[])[], hour: number): number[] {
  const values = [...(byHour[hour] ?? [])];
  for (let distance = 1; values.length < LEAST_VALUES && distance <= HOURS_OF_DAY / 2; distance++) {
    values.push(...(byHour[(hour + distance) % HOURS_OF_DAY] ?? []));
    if (distance === HOURS_OF_DAY / 2) break;
    values.push(...(byHour[(hour - distance + HOURS_OF_DAY) % HOURS_OF_DAY] ?? []));
  }
  return values;
}

function quantilesOf(values: readonly number[]): Omit<Usual, "hour"> | null {
  if (values.length < LEAST_VALUES) return null;
  const sorted = values.toSorted((a, b) => a - b);
  return { middle: quantile(sorted, 0.5), low: quantile(sorted, 0.025), high: quantile(sorted, 0.975) };
}

/** Between the two nearest values in proportion: Hyndman and Fan's type 7, https://doi.org/10.2307/2684934 */
function quantile(sorted: readonly number[], q: number): number {
  const place = (sorted.length - 1) * q;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
}
