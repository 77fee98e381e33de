import { AREAS } from "./area";
import { type Reason, SEVERITIES } from "./reason";
import type { Verdict } from "./verdict";

/** Sorts after every RFC 3339 time. */
export const NO_TIME = "9999";

/** Worst first, then what has held longest, then by area; ties by code and subject, so that the order is one. */
export function compareReasons(a: Reason, b: Reason): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    compareText(a.since ?? NO_TIME, b.since ?? NO_TIME) ||
    AREAS.indexOf(a.area) - AREAS.indexOf(b.area) ||
    compareText(a.code, b.code) ||
    compareText(a.subject, b.subject)
  );
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The verdict rule: what blocks, else what is missing, else what is a risk; notes decide nothing. */
export function verdictOf(reasons: readonly Reason[]): Verdict {
  const severities = new Set(reasons.map((reason) => reason.severity));
  if (severities.has("blocks")) return "blocked";
  if (severities.has("missing")) return "unproven";
  return severities.has("risk") ? "review" : "ready";
}
