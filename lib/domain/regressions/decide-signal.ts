import type { Card } from "./card";
import type { CellState } from "./cell-state";
import type { SignalMeta } from "./judged-cell";
import type { StoredSignalTest } from "./stored-signal-test";
import { reaches, SIGNAL_THRESHOLDS as T } from "./thresholds";

export interface SignalDecision {
  state: CellState;
  channel: Card["channel"];
  /** Why a significant change is only a suspect: sentences. */
  notes: readonly string[];
}

export interface SignalContext {
  /** 1 where nothing was tested. */
  q: number;
  isOpen: boolean;
  /** The release notes announce that more is denied: a rise is amber, for somebody to see who is refused. */
  isNamedTightening: boolean;
}

type Estimated = StoredSignalTest & { p: number; estimate: NonNullable<StoredSignalTest["estimate"]> };

function isTested(test: StoredSignalTest): test is Estimated {
  return test.p !== null && test.estimate !== null;
}

/** Whether the change is one for the worse that is large enough, beyond what chance may add, on enough events. */
function isMaterial(test: Estimated, meta: SignalMeta): boolean {
  const { candidate, baseline, method } = test;
  const { ratio, low, high } = test.estimate;
  const least = 1 + meta.delta;
  const isUp = meta.direction !== "down" && reaches(ratio, meta.redRatio) && low > least;
  const redLow = meta.redRatioLow ?? 1 / meta.redRatio;
  const isDown = meta.direction !== "up" && reaches(redLow, ratio) && high < 1 / least;
  const events = (candidate?.x ?? 0) + (baseline?.x ?? 0);
  const difference = Math.abs((candidate?.value ?? 0) - (baseline?.value ?? 0));
  // The sparse test has a guard of its own: three events in two hours or on two nodes.
  const isEnough = method === "conditional-binomial" || events >= meta.minEvents;
  return (isUp || isDown) && isEnough && reaches(difference, meta.minDifference ?? 0);
}

function testedDecision(test: Estimated, meta: SignalMeta, context: SignalContext): SignalDecision | null {
  const { q, isOpen } = context;
  const channel = meta.method === "rate" ? "rate" : "level";
  if (!isMaterial(test, meta)) return q <= T.qAmber && q < 1 ? suspectOf(channel, []) : null;
  const staysRed = isOpen && test.p <= T.openAlpha;
  if (q > T.qRed && !staysRed) return q <= T.qAmber ? suspectOf(channel, []) : null;
  if (context.isNamedTightening) {
    return suspectOf(channel, ["The release notes announce it: see who is refused before it is rolled out."]);
  }
  if (test.confirmP !== null && test.confirmP >= T.confirmContradicts) {
    return suspectOf(channel, ["The hours taken in pairs do not confirm it: it may be one burst."]);
  }
  const isPersistent = test.looksInRow >= T.looksInRow || q <= T.qAtOnce || staysRed;
  return isPersistent
    ? { state: "REGRESSED", channel, notes: [] }
    : suspectOf(channel, ["Seen at one look only; a second one decides."]);
}

function suspectOf(channel: Card["channel"], notes: readonly string[]): SignalDecision {
  return { state: "SUSPECT", channel, notes };
}

function isBetter({ direction, delta }: SignalMeta, estimate: StoredSignalTest["estimate"]): boolean {
  if (estimate === null) return false;
  if (direction === "up") return estimate.high < 1 / (1 + delta);
  return direction === "down" && estimate.low > 1 + delta;
}

function quietDecision(test: StoredSignalTest, meta: SignalMeta): SignalDecision {
  // A level inside its limits is proven by having been seen.
  const isWithinLimits = meta.method === "absolute" && test.candidate !== null;
  const isProven = isWithinLimits || (test.upperRatio !== null && test.upperRatio < T.cleanRatio);
  const channel = isWithinLimits ? "guardrail" : meta.method === "rate" ? "rate" : "level";
  if (!isProven) return { state: "INSUFFICIENT", channel, notes: [] };
  const state = !isWithinLimits && isBetter(meta, test.estimate) ? "IMPROVED" : "CLEAN";
  return { state, channel, notes: [] };
}

/** The state of one signal on one cluster, worst first. Limits hold whatever the baseline was. */
export function decideSignal(test: StoredSignalTest, meta: SignalMeta, context: SignalContext): SignalDecision {
  if (test.guardrail?.level === "fail") return { state: "REGRESSED", channel: "guardrail", notes: [] };
  const { state } = test.comparability;
  const found = state === "comparable" && isTested(test) ? testedDecision(test, meta, context) : null;
  if (found?.state === "REGRESSED") return found;
  if (test.guardrail !== null) return { state: "SUSPECT", channel: "guardrail", notes: [] };
  if (found !== null) return found;
  if (test.novel.length > 0) return { state: "NOVEL", channel: "novelty", notes: [] };
  return state === "comparable" ? quietDecision(test, meta) : { state, channel: "none", notes: [] };
}
