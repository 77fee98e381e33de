import type { JudgedWindow } from "./judged-window";
import type { KnownChange } from "./known-change";
import { type ObservedBlock, observedBlocks, sumOf } from "./observed-block";
import type { Signal } from "./signal";
import type { SignalBlock, SignalCellFacts } from "./signal-block";
import { DAY_MS, HOUR_MS, SIGNAL_RULES } from "./signal-rules";
import { matcherOf } from "./signal-strata";
import type { Comparability } from "./signal-test";

export interface ComparisonQuestion {
  facts: SignalCellFacts;
  signal: Signal;
  window: JudgedWindow;
  changes: readonly KnownChange[];
  now: Date;
}

type Finding = Pick<Comparability, "state" | "reasons">;

const percent = (share: number): string => `${Math.round(share * 100)} %`;

/**
 * Whether the two sides can be compared at all, before any test: silence first, then the baseline, then everything that
 * would make a difference of the measurement look like one of the release. Too little volume is no reason here: it is
 * cured by waiting.
 */
export function compareSides(question: ComparisonQuestion): Comparability {
  const knownChanges = question.changes.map(({ summary, reference }) => `${summary} (${reference})`);
  // Limits hold whatever the baseline was: nothing is compared.
  const compared = question.signal.method !== "absolute";
  const finding = silence(question) ?? (compared ? (withoutBaseline(question) ?? incomparable(question)) : null);
  return { ...(finding ?? { state: "comparable", reasons: [] }), knownChanges };
}

const anyObserved = (blocks: readonly SignalBlock[]): boolean => blocks.some(({ x }) => x !== null);

function silence({ facts, signal, now }: ComparisonQuestion): Finding | null {
  const { candidate, baseline } = facts.total;
  const newest = observedBlocks(candidate, signal, now).at(-1);
  if (newest === undefined) {
    const running = candidate.some(({ hour }) => hour.getTime() + HOUR_MS <= now.getTime());
    if (running && anyObserved(baseline)) return absentWith(facts.release, facts.baselineRelease);
    if (candidate.some(({ hour }) => hour.getTime() + HOUR_MS > now.getTime())) return null;
    return { state: "NO_DATA", reasons: [`No hour with ${facts.release} was observed.`] };
  }
  const age = now.getTime() - newest.at.getTime() - HOUR_MS;
  if (!facts.expectsCandidate || age <= SIGNAL_RULES.staleAfterHours * HOUR_MS) return null;
  return {
    state: "STALE",
    reasons: [
      `The newest hour with ${facts.release} ended at ${new Date(newest.at.getTime() + HOUR_MS).toISOString()}.`,
    ],
  };
}

function absentWith(here: string, there: string): Finding {
  return {
    state: "INCOMPARABLE",
    reasons: [`It is measured with ${there} and absent with ${here}: absent is not zero.`],
  };
}

function withoutBaseline({ facts, window }: ComparisonQuestion): Finding | null {
  const { baseline } = window;
  if (baseline.length === 0 && facts.total.baseline.length > 0 && !anyObserved(facts.total.baseline)) {
    return absentWith(facts.baselineRelease, facts.release);
  }
  const days = new Set(baseline.map(({ at }) => Math.floor(at.getTime() / DAY_MS))).size;
  if (days >= SIGNAL_RULES.baselineDays && baseline.length >= SIGNAL_RULES.baselineHours) return null;
  return {
    state: "NEW_NO_BASELINE",
    reasons: [
      `${facts.baselineRelease} was observed for ${baseline.length} h here; ${SIGNAL_RULES.baselineDays} days are needed.`,
    ],
  };
}

function incomparable(question: ComparisonQuestion): Finding | null {
  const { window, facts } = question;
  if (window.candidate.length === 0) return null;
  const reasons = [
    ...renamed(question),
    ...shapeChanged(window, facts),
    ...lostEvents(question),
    ...(window.coverage < SIGNAL_RULES.leastCoverage
      ? [`Only ${percent(window.coverage)} of the hours with ${facts.release} were observed.`]
      : []),
    ...tooLittleTraffic(question),
  ];
  return reasons.length === 0 ? null : { state: "INCOMPARABLE", reasons };
}

/** A metric that one of the releases does not have, or a label of it by which the signal chooses. */
function renamed({ changes, signal }: ComparisonQuestion): string[] {
  const terms = [...signal.numerator.terms, ...(signal.denominator?.terms ?? [])];
  const chosenBy = new Set(terms.flatMap(({ match }) => match.map(({ label }) => label)));
  return changes
    .filter(({ effect }) => effect === "gone" || effect === "rename")
    .filter(({ labels }) => labels.length === 0 || labels.some((label) => chosenBy.has(label)))
    .map(({ summary }) => summary);
}

function shapeChanged({ candidate, baseline }: JudgedWindow, facts: SignalCellFacts): string[] {
  const formsOf = (blocks: readonly ObservedBlock[]) => [...new Set(blocks.flatMap(({ form }) => form ?? []))].sort();
  const [after, before] = [formsOf(candidate), formsOf(baseline)];
  if (after.join() === before.join()) return [];
  const form = (forms: string[]) => (forms.length === 0 ? "no" : forms.join(" and "));
  return [
    `Shape changed: ${form(before)} histograms with ${facts.baselineRelease}, ${form(after)} with ${facts.release}; their buckets differ.`,
  ];
}

/** Signals that measure the loss itself are not distrusted for it. */
function lostEvents({ signal, window, facts }: ComparisonQuestion): string[] {
  const terms = [...signal.numerator.terms, ...(signal.denominator?.terms ?? [])];
  if (terms.some(({ metric }) => metric === "hubble_lost_events_total")) return [];
  const over = (blocks: readonly ObservedBlock[], release: string): string[] => {
    const told = blocks.flatMap(({ lost, exposure }) => (lost === null ? [] : [{ x: lost * exposure, exposure }]));
    const lost = told.length === 0 ? 0 : sumOf(told, "x") / sumOf(told, "exposure");
    if (lost <= SIGNAL_RULES.mostLost) return [];
    return [`Hubble lost ${(lost * 100).toFixed(1)} % of its events with ${release}: its counters cannot be trusted.`];
  };
  return [...over(window.candidate, facts.release), ...over(window.baseline, facts.baselineRelease)];
}

/** The exposure of the candidate's hours over what the baseline had in the same hours of the day and week. */
function tooLittleTraffic({ signal, window, facts }: ComparisonQuestion): string[] {
  if (signal.denominator === null) return [];
  const matching = matcherOf(window.baseline);
  const expected = window.candidate.reduce((sum, { at }) => {
    const hours = matching(at);
    return sum + sumOf(hours, "exposure") / hours.length;
  }, 0);
  const share = sumOf(window.candidate, "exposure") / expected;
  if (share >= SIGNAL_RULES.leastExposureShare) return [];
  return [
    `The traffic with ${facts.release} is ${percent(share)} of what ${facts.baselineRelease} saw in the same hours.`,
  ];
}
