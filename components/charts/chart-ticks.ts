const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Steps between ticks of time, in hours: they divide a day, or are whole days and weeks. */
const TIME_STEPS = [1, 2, 3, 6, 12, 24, 48, 96, 168, 336] as const;
const VALUE_STEPS = [1, 2, 2.5, 5, 10] as const;

/** Ticks from zero to the first step at or above `max`, at most `most` of them above zero. */
export function valueTicks(max: number, most = 5): number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const rough = max / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = VALUE_STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  const count = Math.ceil(max / step - 1e-9);
  // Multiplied, not added up: sums of 0.1 drift.
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

/** Ticks of time in UTC, at most `most`; milliseconds in and out. From two days on they stand at midnight or noon. */
export function timeTicks(from: number, to: number, most: number): number[] {
  const room = Math.max(1, most);
  const hours = TIME_STEPS.find((step) => (to - from) / (step * HOUR_MS) <= room) ?? 336;
  const step = hours * HOUR_MS;
  const ticks: number[] = [];
  for (let tick = Math.ceil(from / step) * step; tick <= to; tick += step) ticks.push(tick);
  return ticks;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

export function clockWords(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

export function dayOfMonth(time: number): string {
  const at = new Date(time);
  return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
}

/** A tick: the hour, and the day at midnight. */
export function timeTickWords(time: number): string {
  return time % DAY_MS === 0 ? dayOfMonth(time) : clockWords(time);
}

/** A moment on a chart that spans `from` to `to`: with its day where the chart covers more than one. */
export function momentWords(time: number, from: number, to: number): string {
  const isOneDay = Math.floor(from / DAY_MS) === Math.floor((to - 1) / DAY_MS);
  return isOneDay ? clockWords(time) : `${dayOfMonth(time)} ${clockWords(time)}`;
}
