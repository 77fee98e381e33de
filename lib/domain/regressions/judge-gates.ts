import type { Family } from "./board-summary";
import { isRed } from "./cell-state";
import { type BoardExplains, explainBoard } from "./explain-board";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { correctGates, type GateCorrections } from "./gate-corrections";
import { type EffectiveGate, effectiveGate, judgeGateCell } from "./judge-gate-cell";
import { type BoardInput, cellKey, type JudgedCell } from "./judged-cell";
import { GATE_THRESHOLDS } from "./thresholds";
import type { CellWaivers } from "./waive-cell";

function isCompared({ gateId, hard }: GateCell): boolean {
  return gateId !== RUN_INTEGRITY && hard !== null;
}

function families(
  effective: readonly EffectiveGate[],
  corrections: GateCorrections,
  { explains, cells }: { explains: BoardExplains; cells: readonly JudgedCell[] },
): readonly Family[] {
  const compared = effective.filter(({ cell }) => isCompared(cell)).length;
  const pooled = [...corrections.pooled.values()];
  const red = (channel: string) => cells.filter((cell) => isRed(cell.state) && cell.card.channel === channel).length;
  return [
    { family: "gates", cells: compared, testable: corrections.hard.testable, red: red("hard") },
    {
      family: "gates at first try",
      cells: compared,
      testable: corrections.firstTry.testable,
      red: red("first-try"),
    },
    {
      family: "gates over all clusters",
      cells: pooled.length,
      testable: pooled.length,
      red: pooled.filter(({ q }) => q <= GATE_THRESHOLDS.qRed).length,
    },
    { family: "attributes", cells: explains.tested, testable: explains.tested, red: explains.found },
  ];
}

/** Judges all gates of a board. With one compared cell there is nothing to correct for: mid-p <= 0.01 decides. */
export function judgeGates(
  input: BoardInput,
  waivers: CellWaivers,
): { cells: readonly JudgedCell[]; families: readonly Family[] } {
  const effective = input.gateCells.map((cell) =>
    effectiveGate(cell, input.previous.get(cellKey("gate", cell.gateId, cell.cluster)) ?? null),
  );
  const gateCells = effective.map(({ cell }) => cell);
  const corrections = correctGates(gateCells);
  const explains = explainBoard(gateCells, corrections, input.attributes);
  const isAlone = gateCells.filter(isCompared).length <= 1;
  const context = { input, corrections, isAlone, explains: explains.byCell, waivers };
  const cells = effective.map((one, index) => judgeGateCell(one, index, context));
  return { cells, families: families(effective, corrections, { explains, cells }) };
}
