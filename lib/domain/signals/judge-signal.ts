import { saysSo } from "./beyond-red";
import { compareSides } from "./comparability";
import { confirmationOf, topBlockShareOf } from "./confirm";
import { beyondEnvironment, type ControlFinding, controlFinding } from "./controls";
import { guardrailOf } from "./guardrail";
import { inWindow, type JudgedWindow, judgedWindow } from "./judged-window";
import type { KnownChange } from "./known-change";
import { levelTest } from "./level-test";
import { looksInRow } from "./looks";
import { changesOf, isNamedTightening } from "./named-tightening";
import { noveltiesOf } from "./novelty";
import { figuresOf, sumOf } from "./observed-block";
import { onsetOfSignal } from "./onset-of-signal";
import { rateRatio } from "./rate-test";
import type { Signal } from "./signal";
import type { SignalCellFacts } from "./signal-block";
import { SIGNAL_RULES } from "./signal-rules";
import type { SignalTest } from "./signal-test";
import { sparseTest } from "./sparse-test";
import { outcomeOf, type TestOutcome } from "./test-outcome";

/** What the last judgement said, so that looks in a row can be counted. */
export type PreviousLook = { looksInRow: number; look: string; p: number | null } | null;

interface Question {
  facts: SignalCellFacts;
  signal: Signal;
  window: JudgedWindow;
  now: Date;
}

/** What the comparison of the two sides says; all null where nothing is compared. */
type Comparison = TestOutcome & Pick<SignalTest, "confirmP" | "topBlockShare" | "control"> & { notes: string[] };

const UNTESTED: Comparison = {
  ...{ method: null, estimate: null, p: null, smallestP: null, detectableRatio: null, upperRatio: null },
  ...{ confirmP: null, topBlockShare: null, control: null, notes: [] },
};

/**
 * Judges one signal on one cluster at the last look that its data reach: the gate of comparability, then the test of its
 * kind, the confirmation, controls, limits and novelties. Nothing here is corrected for the other cells of the board,
 * and no state is given: that is the board's.
 *
 * `p` is null where nothing was tested: not comparable, before the first look, too little volume, or never judged.
 */
export function testSignal(facts: SignalCellFacts, signal: Signal, now: Date, previous: PreviousLook): SignalTest {
  const window = judgedWindow(facts, signal, now);
  const changes = changesOf(signal, facts);
  const comparability = compareSides({ facts, signal, window, changes, now });
  const question = { facts, signal, window, now };
  const comparable = comparability.state === "comparable" && window.candidate.length > 0;
  const compared = comparable ? compare(question) : UNTESTED;
  const sides = { candidate: figuresOf(window.candidate, signal), baseline: figuresOf(window.baseline, signal) };
  const told = saysSo({ ...compared, ...sides }, signal);
  const silent = comparability.state === "STALE" || comparability.state === "NO_DATA";
  const novelties = comparable ? noveltiesOf(facts, question) : { novel: [], notes: [] };
  const { notes, control, ...outcome } = compared;
  return {
    cluster: facts.cluster,
    signalId: signal.id,
    comparability,
    ...sides,
    ...outcome,
    control: control && { clusters: control.clusters, ratio: control.ratio, p: control.p, moved: control.moved },
    looksInRow: looksInRow(previous, window.look.label, told),
    look: window.look.label,
    nextLook: window.look.next,
    guardrail: silent ? null : guardrailOf(signal, { window, now, risesFalsely: changes.some(isFalseRise) }),
    novel: novelties.novel,
    onset: told ? onsetOfSignal(window, signal) : null,
    notes: [...notes, ...novelties.notes, ...tighteningNotes(outcome, question)],
  };
}

const isFalseRise = ({ effect }: KnownChange): boolean => effect === "false-rise";

function tighteningNotes({ estimate }: TestOutcome, { signal, facts }: Question): string[] {
  if (!isNamedTightening({ signalId: signal.id, estimate }, facts)) return [];
  return ["The release notes name a tightening: what was let through by mistake is refused now."];
}

function compare(question: Question): Comparison {
  const { signal, window } = question;
  if (signal.method === "info") return UNTESTED;
  if (signal.method === "absolute") return { ...UNTESTED, method: "absolute" };
  const volumes = [window.candidate, window.baseline].map((blocks) => sumOf(blocks, "exposure"));
  const least = Math.min(...volumes);
  if (signal.denominator !== null && least < signal.minVolume) {
    return { ...UNTESTED, notes: [`Too little: ${Math.round(least)} of the ${signal.minVolume} it takes.`] };
  }
  return signal.method === "gauge" ? compareLevels(question) : compareRates(question);
}

function nodesOf({ facts, window, signal, now }: Question) {
  return facts.segments
    .filter(({ segment }) => segment.label === "node")
    .map((pair) => inWindow(pair, { window, signal, now }));
}

function compareLevels(question: Question): Comparison {
  const outcome = levelTest(question.window, nodesOf(question), question.signal);
  if (outcome !== null) return { ...UNTESTED, ...outcome };
  return { ...UNTESTED, notes: [`Fewer than ${SIGNAL_RULES.leastPairs} nodes or hours to pair.`] };
}

function compareRates(question: Question): Comparison {
  const { signal, window } = question;
  const { candidate, baseline } = window;
  if (sumOf(baseline, "x") < SIGNAL_RULES.sparseBelow) {
    const nodes = nodesOf(question).map((node) => node.candidate);
    return { ...UNTESTED, ...sparseTest(candidate, baseline, { signal, nodes }) };
  }
  const events = sumOf(candidate, "x") + sumOf(baseline, "x");
  const fitted = rateRatio(candidate, baseline);
  if (fitted === null || events < signal.minEvents) {
    return { ...UNTESTED, notes: [`Too few: ${Math.round(events)} of the ${signal.minEvents} events it takes.`] };
  }
  const control = controlFinding(question.facts, question);
  const judged = control?.moved ? beyondEnvironment(fitted, control.estimate) : fitted;
  const environment = control?.moved ? control.estimate.logRatio : 0;
  const rising = judged.logRatio > 0;
  const topBlockShare = topBlockShareOf(fitted.strata, rising);
  return {
    ...outcomeOf(judged, signal),
    confirmP: confirmationOf(fitted.strata, { signal, rising, environment }),
    topBlockShare,
    control,
    notes: [...environmentNotes(control), ...burstNotes(topBlockShare)],
  };
}

function environmentNotes(control: ControlFinding | null): string[] {
  if (control === null || !control.moved) return [];
  return [
    `Environment shifted ×${control.ratio.toFixed(2)} on ${control.clusters} clusters that stayed on the baseline; judged on the difference.`,
  ];
}

function burstNotes(share: number | null): string[] {
  if (share === null || share <= SIGNAL_RULES.burstShare) return [];
  return [`One hour carries ${Math.round(share * 100)} % of the difference: a burst, not a level.`];
}
