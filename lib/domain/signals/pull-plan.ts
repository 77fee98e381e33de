import { HOUR_MS } from "./signal-rules";

/** After an outage so many days are made up for; older hours are given up. */
export const BACKFILL_MS = 7 * 24 * HOUR_MS;

/** An hour is asked for two minutes after its end: two scrapes at the longest interval that is usual, a minute. */
export const SETTLE_MS = 2 * 60 * 1000;

/** So many hours in one go: a week is made up for in 70 minutes, without leaning on the server. */
export const HOURS_PER_RUN = 12;

/** So many failures on end, and the server is left in peace. */
export const FAILURES_TO_OPEN = 5;

export interface PullPlan {
  /** Beginnings of finished hours on end, oldest first. */
  hours: Date[];
  /** Hours that are too long ago. */
  givenUp: number;
}

/** The hours to ask for now. Without a cursor as far back as is made up for: the baseline is there at once. */
export function planPull(nextHour: Date | null, now: Date): PullPlan {
  const oldest = Math.ceil((now.getTime() - BACKFILL_MS) / HOUR_MS) * HOUR_MS;
  const from = Math.max(nextHour?.getTime() ?? oldest, oldest);
  const hours: Date[] = [];
  for (let at = from; at + HOUR_MS + SETTLE_MS <= now.getTime() && hours.length < HOURS_PER_RUN; at += HOUR_MS) {
    hours.push(new Date(at));
  }
  return { hours, givenUp: nextHour === null ? 0 : (from - nextHour.getTime()) / HOUR_MS };
}

const MINUTE_MS = 60 * 1000;
const LONGEST_MS = 6 * HOUR_MS;

/** How long a server that failed so often on end is not asked: a quarter of an hour, doubling up to six hours; 0: at once. */
export function restAfter(failures: number): number {
  if (failures < FAILURES_TO_OPEN) return 0;
  return Math.min(LONGEST_MS, 15 * MINUTE_MS * 2 ** Math.min(10, failures - FAILURES_TO_OPEN));
}
