import { SIGNAL_RULES_VERSION } from "../signals/signal-rules";
import type { Card } from "./card";
import type { CellState } from "./cell-state";
import type { SignalDecision } from "./decide-signal";
import type { SignalMeta } from "./judged-cell";
import type { StoredSignalTest } from "./stored-signal-test";
import { SIGNAL_THRESHOLDS } from "./thresholds";

export interface SignalCardContext {
  release: string;
  baseline: string;
  state: CellState;
  previousState: CellState | null;
  blocks: boolean;
  q: number;
  /** How many signals were corrected for together. */
  compared: number;
  /** Why a red here does not block yet. */
  uncalibrated: boolean;
}

function sideOf(release: string, side: StoredSignalTest["candidate"]): Card["candidate"] {
  if (side === null) return { release, value: null, x: null, n: null, from: null, to: null };
  const { value, x, exposure, hours, from, to } = side;
  return { release, value, x, n: exposure, hours, from, to };
}

const NOVEL_SHOWN = 3;
const MOSTLY = 0.5;

function noveltyNote(novel: StoredSignalTest["novel"]): string[] {
  if (novel.length === 0) return [];
  const shown = novel.slice(0, NOVEL_SHOWN).map(({ segment, x }) => `${segment.label} ${segment.value} (${x})`);
  const more = novel.length > NOVEL_SHOWN ? ` and ${novel.length - NOVEL_SHOWN} more` : "";
  return [`Never seen with the baseline: ${shown.join(", ")}${more}.`];
}

function notesOf(test: StoredSignalTest, decision: SignalDecision, { uncalibrated }: SignalCardContext): string[] {
  const burst = test.topBlockShare !== null && test.topBlockShare > MOSTLY;
  return [
    ...(test.guardrail === null ? [] : [test.guardrail.summary]),
    ...test.comparability.reasons,
    ...decision.notes,
    ...(burst ? ["More than half of the excess came in one hour: a burst, not a level."] : []),
    ...noveltyNote(test.novel),
    ...test.notes,
    ...(uncalibrated
      ? ["It does not block yet: the rules were not yet replayed on this cluster's own stable weeks."]
      : []),
  ];
}

/** The card of a signal. */
export function signalCard(
  test: StoredSignalTest,
  { meta, decision }: { meta: SignalMeta; decision: SignalDecision },
  context: SignalCardContext,
): Card {
  const { estimate } = test;
  return {
    kind: "signal",
    cluster: test.cluster,
    subject: test.signalId,
    state: context.state,
    previousState: context.previousState,
    channel: decision.channel,
    rule: SIGNAL_RULES_VERSION,
    look: test.look,
    nextLook: test.nextLook,
    candidate: sideOf(context.release, test.candidate),
    baseline: test.baseline === null ? null : sideOf(context.baseline, test.baseline),
    estimate:
      estimate === null
        ? null
        : {
            measure: test.method === "absolute" ? "difference" : "ratio",
            value: estimate.ratio,
            low: estimate.low,
            high: estimate.high,
            confidence: 0.95,
            method: test.method ?? "none",
          },
    p: test.p,
    q: test.p === null ? null : context.q,
    pooled: null,
    compared: test.p === null ? null : context.compared,
    thresholds: { q: SIGNAL_THRESHOLDS.qRed, ratio: meta.redRatio, delta: meta.delta, events: meta.minEvents },
    power: { runsNeeded: null, marginProven: null, detectableRatio: test.detectableRatio },
    confirm: { p: test.confirmP, topBlockShare: test.topBlockShare },
    control: test.control,
    onset: test.onset,
    runs: [],
    notes: notesOf(test, decision, context),
    knownChanges: [...test.comparability.knownChanges],
    blocks: context.blocks,
    inputsSha256: null,
  };
}
