import { isRiseAnnounced } from "../signals/named-tightening";
import type { Family } from "./board-summary";
import { isRed } from "./cell-state";
import { correctFamily } from "./family";
import { judgeSignalCell } from "./judge-signal-cell";
import type { BoardInput, JudgedCell, SignalMeta } from "./judged-cell";
import type { StoredSignalTest } from "./stored-signal-test";
import { SIGNAL_THRESHOLDS } from "./thresholds";
import { correctTwoLevels } from "./two-level";
import type { CellWaivers } from "./waive-cell";

interface Cell {
  test: StoredSignalTest;
  meta: SignalMeta;
}

/** q-values in the order of the cells; 1 where nothing was tested. */
function correctSignals(cells: readonly Cell[]): { q: readonly number[]; testable: number } {
  const tested = cells.flatMap(({ test: { p, smallestP, signalId, comparability } }, index) =>
    p === null || comparability.state !== "comparable" ? [] : [{ index, p, smallestP, group: signalId }],
  );
  const screened = tested.filter(({ smallestP }) => (smallestP ?? 0) <= SIGNAL_THRESHOLDS.tarone);
  const values =
    screened.length > SIGNAL_THRESHOLDS.twoLevelsFrom
      ? correctTwoLevels(screened)
      : correctFamily(screened, SIGNAL_THRESHOLDS.tarone).q;
  const q = new Array<number>(cells.length).fill(1);
  for (const [rank, { index }] of screened.entries()) q[index] = values[rank] ?? 1;
  return { q, testable: screened.length };
}

/** Judges all signals of a board; signals that are only shown, or are not in the catalogue, are no cells. */
export function judgeSignals(
  input: BoardInput,
  waivers: CellWaivers,
): { cells: readonly JudgedCell[]; families: readonly Family[] } {
  const known = input.signalTests.flatMap((test): Cell[] => {
    const meta = input.signals.get(test.signalId);
    return meta === undefined || meta.direction === "info" || meta.method === "info" ? [] : [{ test, meta }];
  });
  const { q, testable } = correctSignals(known);
  const speaking = new Set(
    input.signalTests.flatMap(({ cluster, candidate }) => (candidate === null ? [] : [cluster])),
  );
  const releases = { baselineRelease: input.baseline, release: input.release };
  const announced = new Set([...input.signals.keys()].filter((id) => isRiseAnnounced(id, releases)));
  const context = { input, compared: testable, waivers, speaking, announced };
  const cells = known.map((cell, index) => judgeSignalCell({ ...cell, q: q[index] ?? 1 }, context));
  const red = cells.filter(({ state }) => isRed(state)).length;
  const novel = known.filter(({ test }) => test.novel.length > 0).length;
  return {
    cells,
    families: [
      { family: "signals", cells: cells.length, testable, red },
      { family: "novelty", cells: cells.length, testable: novel, red: 0 },
    ],
  };
}
