/** The kinds of server-sent event that `GET /api/v1/events` speaks. */
export const EVENT_KINDS = ["readiness", "regression", "rollout", "ingest"] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What each event makes out of date: query keys start with the noun they are about. */
const NOUNS_OF: Readonly<Record<EventKind, readonly string[]>> = {
  readiness: ["readiness", "clusters"],
  regression: ["regressions", "waivers", "signals", "readiness"],
  rollout: ["rollouts", "audit"],
  ingest: ["uploads", "gates", "nodes", "signals", "clusters", "audit"],
};

/** The query keys to invalidate after these events, each once. */
export function keysToInvalidate(kinds: Iterable<EventKind>): string[][] {
  const nouns = new Set([...kinds].flatMap((kind) => NOUNS_OF[kind]));
  return [...nouns].map((noun) => [noun]);
}

/** When the verdicts were last computed, as a readiness event says in `computedAt` or `at`; null when it does not. */
export function judgedAtOf(data: string): string | null {
  const parsed = parse(data);
  if (typeof parsed !== "object" || parsed === null) return null;
  for (const [name, value] of Object.entries(parsed)) {
    const isTime = typeof value === "string" && !Number.isNaN(Date.parse(value));
    if (isTime && (name === "computedAt" || name === "at")) return value;
  }
  return null;
}

function parse(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return null;
  }
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * How long to wait before the next attempt: doubling, at most 30 s, and spread over its upper half so that
 * the tabs of a fleet's worth of people do not come back in the same moment. `random` is 0..1.
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.round(longest / 2 + (longest / 2) * random);
}
