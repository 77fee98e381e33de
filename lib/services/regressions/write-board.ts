import { deleteCells, type TestedCellRow, writeCells } from "@/lib/db/cells";
import { insertRegressionEvents, type RegressionEventRecord } from "@/lib/db/regression-history";
import type { WholeRegressionRow } from "@/lib/db/regressions";
import type { Tx } from "@/lib/db/transaction";
import { dayWords } from "@/lib/domain/readiness/words";
import { cellKey, type JudgedCell } from "@/lib/domain/regressions/judged-cell";
import type { JournalPad, ServiceContext } from "../context";
import type { Candidate, Touched } from "./candidates";
import type { Fleet } from "./fleet";
import { holds, isTold, type JudgedBoardCell } from "./judged-board-cell";
import { toCellRecord } from "./stored-cell";

export interface BoardToWrite {
  candidate: Candidate;
  touched: Touched;
  fleet: Fleet;
  stored: readonly TestedCellRow[];
  cells: readonly JudgedBoardCell[];
  /** The newest of each cell, by `cellKey`. */
  regressions: ReadonlyMap<string, WholeRegressionRow>;
}

/**
 * Writes the cells that say something else than before and forgets those that are not compared any more. Of cells that
 * were not touched only those are looked at that hold their cluster or change their state: the others' q-values move with
 * every run of the fleet and decide nothing. Returns how many changed, and the clusters whose standing may have.
 */
export async function writeBoardCells(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad },
  board: BoardToWrite,
): Promise<{ changed: number; clusterIds: Set<number> }> {
  const { candidate, touched, regressions } = board;
  const told = board.cells.filter((cell) => isTold(cell, { touched, regressions }));
  const gone = goneCells(board);
  await deleteCells(work.tx, candidate.id, gone);
  const records = told.map(({ judged, from }) => toCellRecord(judged, from));
  const written = await writeCells(work.tx, { releaseId: candidate.id, at: ctx.now() }, records);
  await tellWaivers(ctx, work, board);
  const isWritten = new Set(written.map((row) => `${row.kind} ${row.subject} ${row.clusterId}`));
  const affected = told.filter(
    ({ judged, from }) =>
      isWritten.has(`${judged.kind} ${judged.subject} ${from.clusterId}`) &&
      (holds(judged.state) || (from.stored !== null && holds(from.stored.state))),
  );
  return {
    changed: written.length + gone.length,
    clusterIds: new Set([...affected.map(({ from }) => from.clusterId), ...gone.map((row) => row.clusterId)]),
  };
}

/** Stored cells of what was compared just now that are not among what came out. */
function goneCells({ stored, touched, fleet, cells }: BoardToWrite): TestedCellRow[] {
  const keys = new Set(cells.map(({ key }) => key));
  return stored.filter((row) => {
    const cluster = fleet.byId.get(row.clusterId);
    return (
      cluster !== undefined &&
      touched[row.kind].has(row.clusterId) &&
      !keys.has(cellKey(row.kind, row.subject, cluster.name))
    );
  });
}

/** Waivers that begin or stop to hold for a cell are part of the life of its regression. */
async function tellWaivers(
  ctx: ServiceContext,
  { tx, pad }: { tx: Tx; pad: JournalPad },
  { cells, regressions, candidate }: BoardToWrite,
): Promise<void> {
  const events: RegressionEventRecord[] = [];
  for (const { key, judged, from } of cells) {
    const [was, is] = [from.stored?.state === "WAIVED", judged.state === "WAIVED"];
    const regression = regressions.get(key);
    if (was === is || regression === undefined) continue;
    const kind = is ? "waived" : "waiver-ended";
    const summary = waiverWords(judged);
    events.push({ regressionId: regression.id, at: ctx.now(), kind, actor: ctx.actor, summary });
    const { id, number, cluster, subject } = regression;
    pad.recordAudit({
      action: `regression.${kind}`,
      subjectKind: "regression",
      subjectId: id,
      data: { number, cluster, release: candidate.version, subject, waiver: judged.waiver?.id ?? null },
    });
  }
  await insertRegressionEvents(tx, events);
}

function waiverWords(cell: JudgedCell): string {
  if (cell.waiver !== null) return `Waived until ${dayWords(cell.waiver.expiresAt)}`;
  return holds(cell.unwaived) ? "No waiver covers it any more" : "Nothing is left to be waived";
}
