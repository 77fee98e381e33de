import type { Card } from "./card";
import type { CellState } from "./cell-state";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { reaches, GATE_THRESHOLDS as T } from "./thresholds";

/** What the board adds to a cell's own figures. */
export interface GateCorrection {
  /** A cell without a board: mid-p against a level instead of q. */
  isAlone: boolean;
  /** 1 where the cell could not have been red at all. */
  qHard: number;
  qFirstTry: number;
  /** The same gate over all clusters. */
  qPooled: number;
}

export interface GateContext {
  /** A hard regression of the cell is open: it stays red until it is clearly back. */
  isOpen: boolean;
  now: Date;
}

export interface GateDecision {
  state: CellState;
  channel: Card["channel"];
}

/** What the rule reads of a cell. */
export type DecidedCell = Pick<
  GateCell,
  | "gateId"
  | "candidate"
  | "observed"
  | "look"
  | "hard"
  | "firstTry"
  | "neverFail"
  | "incomparable"
  | "staleAt"
  | "margin"
>;

function hardState(cell: DecidedCell, by: GateCorrection, isOpen: boolean): CellState | null {
  const { hard, candidate } = cell;
  if (hard === null) return null;
  const isSignificant = by.isAlone
    ? hard.midP <= T.alphaCell
    : by.qHard <= T.qRed || (by.qPooled <= T.qRed && hard.midP <= T.alphaAmber);
  const difference = hard.difference.value;
  const isRed = isSignificant && candidate.fail >= T.minFail && reaches(difference, T.minDifference);
  const staysRed = isOpen && hard.midP <= T.openAlpha && reaches(difference, T.openDifference);
  if (isRed || staysRed) return reaches(difference, T.extremeDifference) ? "EXTREME" : "REGRESSED";
  const isDoubtful = hard.midP <= T.alphaAmber || (!by.isAlone && by.qHard <= T.qAmber);
  return isDoubtful && candidate.fail >= 1 ? "SUSPECT" : null;
}

function hasFlakeRegressed({ firstTry, candidate }: DecidedCell, by: GateCorrection): boolean {
  if (firstTry === null || candidate.firstTryFail < T.flakeMin) return false;
  const isSignificant = by.isAlone ? firstTry.midP <= T.alphaCell : by.qFirstTry <= T.qRed;
  return isSignificant && reaches(firstTry.difference.value, T.flakeDifference);
}

/** Without a baseline only the share that passed can be judged. */
function absoluteState({ look, candidate: { n, fail } }: DecidedCell): CellState | null {
  if (look === 0 || n < T.newMin) return null;
  const passed = (n - fail) / n;
  if (passed < T.newRed && fail >= T.minFail) return "REGRESSED";
  return passed < T.newAmber ? "SUSPECT" : null;
}

function foundState(cell: DecidedCell, by: GateCorrection, isOpen: boolean): GateDecision | null {
  if (cell.look > 0 && cell.hard === null) {
    const state = absoluteState(cell);
    return state === null ? null : { state, channel: "absolute-rule" };
  }
  const state = hardState(cell, by, isOpen);
  if (state !== null) return { state, channel: "hard" };
  return hasFlakeRegressed(cell, by) ? { state: "FLAKE_REGRESSED", channel: "first-try" } : null;
}

/** What is left to say where nothing got worse: whether anything is proven. */
function quietState({ candidate, observed, look, hard, staleAt, margin }: DecidedCell, now: Date): CellState {
  const seen = observed + candidate.quarantined;
  if (observed === 0 || candidate.quarantined / seen > T.quarantineCap) return "NO_DATA";
  if (look === 0) return "INSUFFICIENT";
  if (hard !== null && hard.upper >= margin) return "INSUFFICIENT";
  if (staleAt !== null && Date.parse(staleAt) <= now.getTime()) return "STALE";
  if (hard === null) return "NEW_NO_BASELINE";
  const isBetter = 1 - hard.midP <= T.alphaCell && reaches(-hard.difference.value, T.minDifference);
  return isBetter ? "IMPROVED" : "CLEAN";
}

function mustNeverHappen({ gateId, neverFail, candidate }: DecidedCell): boolean {
  return neverFail !== null || (gateId === RUN_INTEGRITY && candidate.fail >= T.integrityRed);
}

/**
 * The state of one gate on one cluster, worst first: what must never happen needs no statistics; then hard failures,
 * failed first tries, and only then whether anything is proven.
 */
export function decideGate(cell: DecidedCell, by: GateCorrection, { isOpen, now }: GateContext): GateDecision {
  if (mustNeverHappen(cell)) return { state: "REGRESSED", channel: "never-fail" };
  if (cell.incomparable.length > 0) return { state: "INCOMPARABLE", channel: "none" };
  return (
    foundState(cell, by, isOpen) ?? { state: quietState(cell, now), channel: cell.hard === null ? "none" : "hard" }
  );
}
