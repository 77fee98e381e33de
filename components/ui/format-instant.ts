const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

const two = (value: number) => String(value).padStart(2, "0");

function clock(at: Date): string {
  return `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
}

/** "9 Jun", in UTC; with the year when it is not that of `now`. */
export function formatDay(iso: string, now?: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "unknown";
  const day = `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]}`;
  return now !== undefined && at.getUTCFullYear() === now.getUTCFullYear() ? day : `${day} ${at.getUTCFullYear()}`;
}

/** "13:31" on the day of `now`, else "9 Jun 13:31", else "9 Jun 2025 13:31". UTC. */
export function formatInstant(iso: string, now: Date): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "unknown";
  const isToday = at.toISOString().slice(0, 10) === now.toISOString().slice(0, 10);
  return isToday ? clock(at) : `${formatDay(iso, now)} ${clock(at)}`;
}

/** "9 Jun 2026 13:31:04 UTC": the whole of it, for a title. */
export function formatExact(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "unknown";
  return `${formatDay(iso)} ${clock(at)}:${two(at.getUTCSeconds())} UTC`;
}
