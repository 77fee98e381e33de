import { createHash } from "node:crypto";
import type { WholeRegressionRow } from "@/lib/db/regressions";
import { canonicalJson } from "@/lib/domain/audit/canonical-json";
import { type CellState, isAmber, isRed } from "@/lib/domain/regressions/cell-state";
import type { JudgedCell } from "@/lib/domain/regressions/judged-cell";
import { sentenceOf } from "@/lib/domain/regressions/sentence";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import type { BoardCell } from "./board-input";
import type { Touched } from "./candidates";

const HOLDING: ReadonlySet<CellState> = new Set<CellState>(["WAIVED", "FIX_WAITING", "STALE", "NO_DATA"]);

/** Whether a state may hold its cluster. */
export function holds(state: CellState): boolean {
  return isRed(state) || isAmber(state) || HOLDING.has(state);
}

/** A judged cell with what it was judged from. */
export interface JudgedBoardCell {
  key: string;
  judged: JudgedCell;
  from: BoardCell;
}

/**
 * Whether the cell is written down again: it was touched, says something else, holds its cluster or is watched. Of the
 * others only the q-value moves, with every run of the fleet, and decides nothing.
 */
export function isTold(
  { key, judged, from }: JudgedBoardCell,
  of: { touched: Touched; regressions: ReadonlyMap<string, unknown> },
): boolean {
  const isTouched = of.touched[judged.kind].has(from.clusterId);
  return isTouched || from.stored?.state !== judged.state || holds(judged.state) || of.regressions.has(key);
}

/**
 * Adds to what the rules said what only the database knows: the state before this one, which stays while nothing changes,
 * the digest of what it was judged from, and when silence or the end of a person's decision changes it.
 */
export function completeCell(cell: JudgedBoardCell, regression: WholeRegressionRow | undefined): JudgedBoardCell {
  const { judged, from } = cell;
  const inputsSha256 = createHash("sha256").update(canonicalJson(from.facts)).digest("hex");
  const silentFrom =
    "silentFrom" in from.facts && from.facts.silentFrom !== null ? new Date(from.facts.silentFrom) : null;
  const dueAt = earliest(earliest(judged.dueAt, silentFrom), regression?.expiresAt ?? null);
  const card = { ...judged.card, previousState: previousState(cell), inputsSha256 };
  return { ...cell, judged: { ...explained(cell), dueAt, card } };
}

/** Signals are explained by their segments, which the board does not see. */
function explained({ judged, from: { facts } }: JudgedBoardCell): JudgedCell {
  const isTold = isRed(judged.unwaived) || isAmber(judged.unwaived);
  if (!("explains" in facts) || facts.explains.length === 0 || !isTold) return judged;
  const { explains } = facts;
  const signal = signalById(facts.signalId);
  const told = { explains, ...(signal === undefined ? {} : { display: signal.display }) };
  const sentence = sentenceOf({ ...judged.card, state: judged.unwaived }, judged.title, told);
  return { ...judged, explains, sentence };
}

function previousState({ judged, from: { stored } }: JudgedBoardCell): CellState | null {
  if (stored === null) return null;
  return stored.state === judged.state ? stored.previousState : stored.state;
}

function earliest(a: Date | null, b: Date | null): Date | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
