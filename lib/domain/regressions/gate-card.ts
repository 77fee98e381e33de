import type { Card } from "./card";
import { type CellState, isRed } from "./cell-state";
import type { GateDecision } from "./decide-gate";
import type { GateCell, SideCounts } from "./gate-cell";
import type { GateCorrections, PooledGate } from "./gate-corrections";
import { GATE_RULE_VERSION } from "./rule-version";
import { GATE_THRESHOLDS } from "./thresholds";

export interface GateCardContext {
  release: string;
  baseline: string;
  state: CellState;
  previousState: CellState | null;
  blocks: boolean;
  qHard: number;
  qFirstTry: number;
  pooled: PooledGate | null;
  corrections: Pick<GateCorrections, "hard" | "firstTry">;
  /** Replaces the number of runs until the margin is proven: runs until a fix is. */
  runsNeeded: number | null;
}

const THRESHOLDS: Card["thresholds"] = {
  q: GATE_THRESHOLDS.qRed,
  failures: GATE_THRESHOLDS.minFail,
  difference: GATE_THRESHOLDS.minDifference,
};
const FIRST_TRY_THRESHOLDS: Card["thresholds"] = {
  q: GATE_THRESHOLDS.qRed,
  failures: GATE_THRESHOLDS.flakeMin,
  difference: GATE_THRESHOLDS.flakeDifference,
};

function sideOf(release: string, counts: SideCounts, x: number): Card["candidate"] {
  return {
    release,
    value: counts.n === 0 ? null : x / counts.n,
    x,
    n: counts.n,
    from: counts.from,
    to: counts.to,
    flaky: counts.firstTryFail - counts.fail,
    quarantined: counts.quarantined,
    excluded: counts.excluded,
  };
}

function notesOf({ neverFail, incomparable }: GateCell): string[] {
  if (neverFail === null) return [...incomparable];
  const times = neverFail.runs === 1 ? "in 1 run" : `in ${neverFail.runs} runs`;
  return [`${neverFail.what} ${times}.`, ...incomparable];
}

/** The card of a gate: every number of it can be computed again from its counts. */
export function gateCard(cell: GateCell, { channel }: GateDecision, context: GateCardContext): Card {
  const isFirstTry = channel === "first-try";
  const compared = isFirstTry ? cell.firstTry : cell.hard;
  const x = (counts: SideCounts) => (isFirstTry ? counts.firstTryFail : counts.fail);
  const family = isFirstTry ? context.corrections.firstTry : context.corrections.hard;
  // What may never fail is not decided by chance, so no chance is told.
  const byChance = channel === "never-fail" ? null : compared;
  return {
    kind: "gate",
    cluster: cell.cluster,
    subject: cell.gateId,
    state: context.state,
    previousState: context.previousState,
    channel,
    rule: GATE_RULE_VERSION,
    look: cell.look === 0 ? `n=${cell.observed}, before the first look` : `n=${cell.look}`,
    nextLook: `n=${cell.nextLook}`,
    candidate: sideOf(context.release, cell.candidate, x(cell.candidate)),
    baseline: {
      ...sideOf(context.baseline, cell.baseline, x(cell.baseline)),
      ...(cell.baseline.clusters > 1 ? { clusters: cell.baseline.clusters } : {}),
    },
    estimate:
      compared === null
        ? null
        : { measure: "difference", ...compared.difference, confidence: 0.95, method: "Newcombe" },
    p: byChance?.midP ?? null,
    q: byChance === null ? null : isFirstTry ? context.qFirstTry : context.qHard,
    pooled: isFirstTry ? null : context.pooled,
    compared: byChance === null ? null : family.testable,
    thresholds: isFirstTry ? FIRST_TRY_THRESHOLDS : THRESHOLDS,
    power: {
      runsNeeded: isRed(context.state) ? null : (context.runsNeeded ?? cell.runsNeeded),
      marginProven: cell.marginProven,
      detectableRatio: null,
    },
    confirm: null,
    control: null,
    onset: cell.onset,
    runs: cell.runs,
    notes: notesOf(cell),
    knownChanges: [],
    blocks: context.blocks,
    inputsSha256: null,
  };
}
