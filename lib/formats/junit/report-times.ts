/** A decimal number as printf and Java write it: with an exponent (Go), or with commas between thousands (Surefire). */
const SECONDS = /^\+?(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)?(?:\.\d*)?(?:e[+-]?\d{1,3})?$/i;

/** A JUnit `time` in seconds; null when it is absent, empty, negative, not finite or not a number. */
export function parseSeconds(text: string | undefined): number | null {
  const trimmed = text?.trim() ?? "";
  if (trimmed === "" || !SECONDS.test(trimmed)) return null;
  const seconds = Number(trimmed.replaceAll(",", ""));
  return Number.isFinite(seconds) ? seconds : null;
}

/** RFC 3339; seconds are optional and the colon in the offset too, as strftime leaves it out. */
const INSTANT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(?:Z|([+-]\d\d):?(\d\d))$/i;

/**
 * A JUnit `timestamp` in UTC. Null without a time zone (Ginkgo, older pytest): read in a wrong zone, evidence would
 * look up to 14 hours newer than it is.
 */
export function parseInstant(text: string | undefined): string | null {
  const [, date, time, seconds = ":00", hours, minutes = "00"] = INSTANT.exec(text?.trim() ?? "") ?? [];
  if (date === undefined) return null;
  const instant = new Date(`${date}T${time}${seconds}${hours === undefined ? "Z" : `${hours}:${minutes}`}`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
