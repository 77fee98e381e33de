import { numberWords } from "../readiness/words";
import { CELL_STATES, type CellState, isRed } from "./cell-state";
import { type JudgedCell, levelNow } from "./judged-cell";
import type { CloseReason, RegressionState } from "./regression";
import type { WaivedLevel } from "./waiver";
import { worseThan } from "./waiver-rule";

/** The newest regression of a cell as it is now. */
export interface RegressionNow {
  state: RegressionState;
  cellState: CellState;
  /** When it was last held to be real. */
  level: WaivedLevel | null;
  fixClaimedAt: Date | null;
  dismissedLevel: WaivedLevel | null;
  /** Until then a dismissal holds; null: without end. */
  expiresAt: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
}

export interface LifeContext {
  now: Date;
  /** A newer candidate is tracked: this one is not tested any more. */
  superseded: boolean;
}

/** What of the row changes; what is not named stays. */
export interface RegressionPatch {
  state?: RegressionState;
  cellState?: CellState;
  level?: WaivedLevel;
  closedAt?: Date | null;
  closeReason?: CloseReason | null;
  /** From when on a proven fix is held to have been there: what ran before is set aside from then on. */
  fixClaimedAt?: Date;
  dismissedLevel?: null;
  expiresAt?: null;
}

/** What becomes of a regression at a look: an event with its sentence, and the columns that change. */
export type Change =
  | { kind: "none" }
  | {
      kind: "opened" | "updated" | "worsened" | "reopened" | "failed-fix" | "resolved";
      patch: RegressionPatch;
      summary: string;
    };

/** A regression that comes back so soon is the same one (research/regressions.md §3.5, hysteresis.reopen_days). */
const REOPEN_WITHIN_MS = 5 * 24 * 3_600_000;

/** Whether the rules hold the difference to be real. A suspect alone is a reason to look again, not a regression. */
export function isHeldReal(cell: Pick<JudgedCell, "unwaived" | "card">): boolean {
  if (isRed(cell.unwaived) || cell.unwaived === "FLAKE_REGRESSED" || cell.unwaived === "NOVEL") return true;
  return cell.unwaived === "SUSPECT" && cell.card.channel === "guardrail";
}

const OPEN: RegressionPatch = { state: "open", closedAt: null, closeReason: null };

function seen(cell: JudgedCell): RegressionPatch {
  return { cellState: cell.unwaived, level: cell.level };
}

function resolve(closeReason: CloseReason, now: Date, summary: string): Change {
  return { kind: "resolved", patch: { state: "resolved", closedAt: now, closeReason }, summary };
}

function isWorse(cell: JudgedCell, current: RegressionNow): boolean {
  if (CELL_STATES.indexOf(cell.unwaived) < CELL_STATES.indexOf(current.cellState)) return true;
  return current.level !== null && worseThan(current.level, levelNow(cell));
}

const sameLevel = (a: WaivedLevel, b: WaivedLevel | null) => a.x === b?.x && a.n === b.n && a.ratio === b.ratio;

function advanceDismissed(current: RegressionNow, cell: JudgedCell | null, now: Date): Change {
  if (cell === null || !isHeldReal(cell)) return { kind: "none" };
  const expired = current.expiresAt !== null && current.expiresAt.getTime() <= now.getTime();
  if (!expired && !cell.worseThanDismissed) return { kind: "none" };
  const summary = expired ? "The dismissal expired and it is still there" : "Worse than the level it was dismissed at";
  return { kind: "reopened", patch: { ...OPEN, ...seen(cell), dismissedLevel: null, expiresAt: null }, summary };
}

function advanceResolved(current: RegressionNow, cell: JudgedCell | null, now: Date): Change {
  if (cell === null || !isHeldReal(cell)) return { kind: "none" };
  const age = now.getTime() - (current.closedAt?.getTime() ?? 0);
  if (age > REOPEN_WITHIN_MS) return { kind: "opened", patch: { ...OPEN, ...seen(cell) }, summary: cell.heading };
  return { kind: "reopened", patch: { ...OPEN, ...seen(cell) }, summary: "Seen again within 5 days" };
}

/** Whether positive evidence says that it is gone: enough clean runs, or a signal that is proven to be no worse. */
function proof(cell: JudgedCell): string | null {
  const { verification } = cell;
  if (verification?.verified) {
    return `${numberWords(verification.clean)} clean runs in a row; ${numberWords(verification.needed)} prove it`;
  }
  const isProven = cell.unwaived === "CLEAN" || cell.unwaived === "IMPROVED";
  return cell.kind === "signal" && isProven ? "Measured and no worse than the baseline" : null;
}

function verified(cell: JudgedCell, now: Date, summary: string): Change {
  const since = cell.verification?.since;
  const patch = { state: "resolved", closedAt: now, closeReason: "verified-fixed" } as const;
  return { kind: "resolved", patch: since === undefined ? patch : { ...patch, fixClaimedAt: since }, summary };
}

function advanceAlive(current: RegressionNow, cell: JudgedCell | null, now: Date): Change {
  // Evidence that left proves nothing: rolled off is not fixed.
  if (cell === null)
    return resolve("rolled-off-unproven", now, "Its evidence is gone; nothing proves that it is fixed");
  const proven = proof(cell);
  if (proven !== null) return verified(cell, now, proven);
  if (!isHeldReal(cell)) return { kind: "none" };
  if (cell.unwaived === "FAILED_FIX" && current.cellState !== "FAILED_FIX") {
    return {
      kind: "failed-fix",
      patch: { ...seen(cell), state: "open" },
      summary: "Failed again after the fix was claimed",
    };
  }
  if (isWorse(cell, current)) return { kind: "worsened", patch: seen(cell), summary: cell.heading };
  const isSame = cell.unwaived === current.cellState && sameLevel(cell.level, current.level);
  return isSame ? { kind: "none" } : { kind: "updated", patch: seen(cell), summary: cell.heading };
}

/**
 * What a look does to the newest regression of a cell; null `current`: there was none; null `cell`: it is not compared
 * any more. `opened` asks for a new row; every other change is of the row that is there. `open` and `acknowledged` differ
 * only in that somebody has seen it. It ends with proof, when its evidence or its candidate is gone, or by a person.
 */
export function advance(
  current: RegressionNow | null,
  cell: JudgedCell | null,
  { now, superseded }: LifeContext,
): Change {
  const isAlive = current?.state === "open" || current?.state === "acknowledged";
  if (superseded) {
    return isAlive ? resolve("superseded-by-candidate", now, "A newer candidate took its place") : { kind: "none" };
  }
  if (current === null) {
    if (cell === null || !isHeldReal(cell)) return { kind: "none" };
    return { kind: "opened", patch: { ...OPEN, ...seen(cell) }, summary: cell.heading };
  }
  if (isAlive) return advanceAlive(current, cell, now);
  return current.state === "dismissed" ? advanceDismissed(current, cell, now) : advanceResolved(current, cell, now);
}
