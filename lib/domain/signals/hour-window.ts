import { HOUR_MS } from "./signal-rules";

/** A sender's clock may run ahead by so much before its time is not believed. */
export const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** Blocks older than this are not taken: nothing is compared with them, and each week of them is a partition. */
const OLDEST_DAYS = 400;

/** Why no whole hour can begin at this instant, as a sentence's end; null where one can. */
export function refuseHour(start: Date, now: Date): string | null {
  const time = start.getTime();
  if (time % HOUR_MS !== 0) return "must be the beginning of an hour, UTC";
  if (time > now.getTime() + CLOCK_SKEW_MS) return "lies in the future";
  if (time + HOUR_MS > now.getTime() + CLOCK_SKEW_MS) return "is an hour that has not ended yet";
  return refuseAge(start, now);
}

/** Why a scrape cannot be of this instant; null where it can. */
export function refuseInstant(at: Date, now: Date): string | null {
  return at.getTime() > now.getTime() + CLOCK_SKEW_MS ? "must not be later than now" : refuseAge(at, now);
}

function refuseAge(at: Date, now: Date): string | null {
  const days = (now.getTime() - at.getTime()) / (24 * HOUR_MS);
  return days > OLDEST_DAYS ? `is more than ${OLDEST_DAYS} days ago` : null;
}
