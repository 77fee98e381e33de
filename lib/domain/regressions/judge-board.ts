import { summarizeBoard } from "./board-summary";
import { judgeGates } from "./judge-gates";
import { judgeSignals } from "./judge-signals";
import type { Board, BoardInput } from "./judged-cell";
import { cellWaivers } from "./waive-cell";

/**
 * Judges everything that is known of one candidate at once: each family of tests is corrected for how many there are, so
 * a cell's verdict depends on the board. Nothing here looks at a clock or a database; the same input gives the same board.
 */
export function judgeBoard(input: BoardInput): Board {
  const waivers = cellWaivers(input);
  const gates = judgeGates(input, waivers);
  const signals = judgeSignals(input, waivers);
  const cells = [...gates.cells, ...signals.cells];
  return { cells, summary: summarizeBoard(cells, [...gates.families, ...signals.families]) };
}
