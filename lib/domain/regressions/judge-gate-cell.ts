import { isAmber, isRed } from "./cell-state";
import { decideGate, type GateDecision } from "./decide-gate";
import { explainKey } from "./explain-board";
import { gateCard } from "./gate-card";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { setAsideBefore } from "./gate-cells";
import type { GateCorrections } from "./gate-corrections";
import { countRuns } from "./gate-figures";
import type { BoardInput, JudgedCell, PreviousCell } from "./judged-cell";
import type { Explain } from "./regression";
import { sentenceOf, titleOf } from "./sentence";
import { type FixStanding, fixStanding } from "./verification";
import type { CellWaivers } from "./waive-cell";

/** A cell as it is judged: what a fix made void is set aside. */
export interface EffectiveGate {
  cell: GateCell;
  previous: PreviousCell | null;
  fix: FixStanding | null;
}

/** Sets aside what ran before a proven fix, and while a claimed one holds, what ran before the claim. */
export function effectiveGate(cell: GateCell, previous: PreviousCell | null): EffectiveGate {
  const regression = previous?.regression ?? null;
  if (regression?.state === "resolved" && regression.fixedAt !== null) {
    return { cell: setAsideBefore(cell, regression.fixedAt), previous, fix: null };
  }
  const fix = fixStanding(cell, previous);
  const isHolding = fix !== null && !fix.hasFailedSince && regression?.fixClaimedAt !== null;
  const isVoid = fix !== null && (fix.verification.verified || isHolding);
  return { cell: isVoid ? setAsideBefore(cell, fix.verification.since) : cell, previous, fix };
}

function isOpenHard(previous: PreviousCell | null): boolean {
  const regression = previous?.regression ?? null;
  const isOpen = regression?.state === "open" || regression?.state === "acknowledged";
  return isOpen && regression !== null && isRed(regression.cellState);
}

/** A claim is answered by the runs after it: a failure, or runs that are still missing. */
function withFix(decision: GateDecision, { fix, previous }: EffectiveGate): GateDecision {
  if (fix === null || fix.verification.verified || (previous?.regression?.fixClaimedAt ?? null) === null)
    return decision;
  if (decision.channel === "never-fail") return { ...decision, state: "FAILED_FIX" };
  if (fix.hasFailedSince)
    return { state: "FAILED_FIX", channel: decision.channel === "first-try" ? "first-try" : "hard" };
  return isRed(decision.state) || isAmber(decision.state) ? decision : { ...decision, state: "FIX_WAITING" };
}

function severityOf(
  state: JudgedCell["state"],
  cell: GateCell,
  channel: GateDecision["channel"],
): JudgedCell["severity"] {
  const isBlocking = cell.required || channel === "never-fail" || cell.gateId === RUN_INTEGRITY;
  if (isRed(state) || state === "FIX_WAITING") return isBlocking ? "blocks" : "risk";
  return isAmber(state) || state === "WAIVED" ? "risk" : null;
}

export interface GateBoardContext {
  input: Pick<BoardInput, "release" | "baseline" | "now">;
  corrections: GateCorrections;
  isAlone: boolean;
  explains: ReadonlyMap<string, readonly Explain[]>;
  waivers: CellWaivers;
}

function runsNeeded({ cell, fix }: EffectiveGate, state: JudgedCell["state"]): number | null {
  if (state === "FIX_WAITING" && fix !== null) return fix.verification.needed - fix.verification.clean;
  return cell.look === 0 && cell.observed < cell.nextLook ? cell.nextLook - cell.observed : null;
}

/** The explanations that hold for this cluster: those whose value it has. */
function explainsOf(cell: GateCell, state: JudgedCell["state"], { explains }: GateBoardContext): readonly Explain[] {
  return isRed(state) || isAmber(state) ? (explains.get(explainKey(cell)) ?? []) : [];
}

/** Judges one gate of one cluster with what the board says; `index` is its place in the corrections. */
export function judgeGateCell(effective: EffectiveGate, index: number, context: GateBoardContext): JudgedCell {
  const { cell, previous, fix } = effective;
  const { input, corrections, isAlone } = context;
  const pooled = corrections.pooled.get(cell.gateId) ?? null;
  const qHard = corrections.hard.q[index] ?? 1;
  const qFirstTry = corrections.firstTry.q[index] ?? 1;
  const decided = decideGate(
    cell,
    { isAlone, qHard, qFirstTry, qPooled: pooled?.q ?? 1 },
    { isOpen: isOpenHard(previous), now: input.now },
  );
  const { state: unwaived, channel } = withFix(decided, effective);
  const level = levelOf(cell, channel);
  const now = { ...level, interval: null };
  const waiver = context.waivers.covering({
    kind: "gate",
    subject: cell.gateId,
    cluster: cell.cluster,
    unwaived,
    channel,
    now,
  });
  const state = waiver === null ? unwaived : "WAIVED";
  const severity = severityOf(state, cell, channel);
  const card = gateCard(
    cell,
    { state, channel },
    {
      ...input,
      state: unwaived,
      previousState: previous?.state ?? null,
      blocks: severity === "blocks",
      qHard,
      qFirstTry,
      pooled,
      corrections,
      runsNeeded: runsNeeded(effective, unwaived),
    },
  );
  const explains = explainsOf(cell, unwaived, context);
  return {
    cluster: cell.cluster,
    kind: "gate",
    subject: cell.gateId,
    title: cell.title,
    area: cell.area,
    state,
    unwaived,
    severity,
    waiver,
    direction: "up",
    baselineValue: card.baseline?.value ?? null,
    candidateValue: card.candidate.value,
    effect: card.estimate?.value ?? null,
    p: card.p,
    q: card.q,
    level,
    verification: fix?.verification ?? null,
    worseThanDismissed: context.waivers.isWorseThanDismissed(previous, now),
    dark: false,
    dueAt: context.waivers.dueAt(waiver, cell.staleAt),
    failedRunIds: failedRuns(cell, channel),
    explains,
    heading: titleOf(card, cell.title),
    sentence: sentenceOf(card, cell.title, { explains }),
    card: { ...card, state },
  };
}

/** What must never happen counts over all runs, also those after the look. */
function levelOf(cell: GateCell, channel: GateDecision["channel"]): JudgedCell["level"] {
  const { n, fail, firstTryFail } = channel === "never-fail" ? countRuns(cell.runs) : cell.candidate;
  return { x: channel === "first-try" ? firstTryFail : fail, n, ratio: null };
}

/** Newest first; for a finding that may never happen the run that shows it. */
function failedRuns({ runs, neverFail }: GateCell, channel: GateDecision["channel"]): readonly string[] {
  const failed = runs
    .filter(({ result }) => result === "failed" || (channel === "first-try" && result === "flaky"))
    .map(({ id }) => id)
    .reverse();
  return neverFail === null ? failed : [...new Set([neverFail.runId, ...failed])];
}
