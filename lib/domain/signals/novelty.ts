import { dropReasonOf, EXPECTED_DROP_REASONS } from "./expected-drop-reasons";
import { inWindow, type JudgedWindow } from "./judged-window";
import { sumOf } from "./observed-block";
import type { Signal } from "./signal";
import type { Segment, SignalCellFacts } from "./signal-block";
import type { SignalTest } from "./signal-test";
import { isSpread } from "./sparse-test";

/** Labels that say what failed. A new namespace or a new node is the cluster's own doing and no novelty of a release. */
const TELLING_LABELS: ReadonlySet<string> = new Set([
  "reason",
  "rcode",
  "status",
  "error",
  "outcome",
  "subsystem",
  "level",
]);

/** One meaning, whichever vocabulary wrote it: the agent's "Policy denied" is Hubble's `POLICY_DENIED`. */
function meaningOf({ label, value }: Segment): string {
  const reason = label === "reason" ? dropReasonOf(value) : undefined;
  return reason === undefined ? `${label}=${value.toUpperCase()}` : `drop=${reason.code}`;
}

export interface Novelties {
  novel: SignalTest["novel"];
  notes: string[];
}

/**
 * Values of a label that never had an event with the baseline and have some with the candidate, without those that
 * Cilium's own suite expects and those that people accepted. Listed from three events in two hours on; fewer are only
 * a note. A value that is merely spelled in the other vocabulary is not new.
 */
export function noveltiesOf(
  facts: SignalCellFacts,
  of: { window: JudgedWindow; signal: Signal; now: Date },
): Novelties {
  if (of.signal.method !== "rate") return { novel: [], notes: [] };
  const sides = facts.segments
    .filter(({ segment }) => TELLING_LABELS.has(segment.label) && segment.value !== "")
    .map((pair) => ({ segment: pair.segment, ...inWindow(pair, of) }));
  const known = new Set(
    sides.filter(({ baseline }) => sumOf(baseline, "x") > 0).map(({ segment }) => meaningOf(segment)),
  );
  // A label that was not looked at with the baseline has no old values, and so no new ones.
  const nothingBefore = sumOf(of.window.baseline, "x") === 0;
  const looked = new Set(sides.filter(({ baseline }) => sumOf(baseline, "x") > 0).map(({ segment }) => segment.label));
  const accepted = new Set(facts.acceptedNovelties.map(meaningOf));
  const fresh = sides.filter(
    ({ segment, candidate, baseline }) =>
      (nothingBefore || looked.has(segment.label)) &&
      sumOf(candidate, "x") > 0 &&
      sumOf(baseline, "x") === 0 &&
      !accepted.has(meaningOf(segment)) &&
      !(segment.label === "reason" && EXPECTED_DROP_REASONS.has(segment.value)),
  );
  const unknown = fresh.filter(({ segment }) => !known.has(meaningOf(segment)));
  const judged = unknown.filter(({ candidate }) => isSpread(candidate, []));
  const seldom = unknown.filter((side) => !judged.includes(side));
  return {
    novel: judged.map(({ segment, candidate }) => ({ segment, x: sumOf(candidate, "x") })).sort((a, b) => b.x - a.x),
    notes: [
      ...(fresh.length > unknown.length
        ? ["The vocabularies of the two sides differ: the agent and Hubble spell reasons differently."]
        : []),
      ...seldom.map(
        ({ segment }) => `${segment.label}=${segment.value} was seen for the first time, too seldom to be judged.`,
      ),
    ],
  };
}
