import type { Verdict } from "@/lib/domain/readiness/verdict";

const DAY_MS = 86_400_000;

export interface VerdictDay {
  /** YYYY-MM-DD, UTC. */
  day: string;
  /** Null where nothing was judged: it is drawn as no data, never as the day before. */
  verdict: Verdict | null;
}

/** The `count` days that end with `until` (YYYY-MM-DD), each with its verdict; of two for one day the later in the list. */
export function prepareVerdictDays(
  history: readonly { day: string; verdict: Verdict }[],
  until: string,
  count: number,
): VerdictDay[] {
  const verdictOf = new Map(history.map(({ day, verdict }) => [day, verdict]));
  const last = Date.parse(`${until}T00:00:00Z`);
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(last - (count - 1 - at) * DAY_MS).toISOString().slice(0, 10);
    return { day, verdict: verdictOf.get(day) ?? null };
  });
}

/** Which days carry a label: every seventh from the first, and the last unless it would touch the one before. */
export function labelledDays(days: readonly VerdictDay[]): string[] {
  const weekly = days.filter((_, at) => at % 7 === 0).map(({ day }) => day);
  const last = days.at(-1);
  if (last === undefined || weekly.includes(last.day)) return weekly;
  const gap = (days.length - 1) % 7;
  return gap < 4 ? [...weekly.slice(0, -1), last.day] : [...weekly, last.day];
}

/** "ready 16 d, review 5 d, no data 7 d": the row in words. */
export function verdictDaysSentence(days: readonly VerdictDay[]): string {
  const counts = new Map<string, number>();
  for (const { verdict } of days) counts.set(verdict ?? "no data", (counts.get(verdict ?? "no data") ?? 0) + 1);
  return [...counts].map(([word, count]) => `${word} ${count} d`).join(", ");
}
