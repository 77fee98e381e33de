import { findBoard, putBoard } from "@/lib/db/boards";
import { listTestedCells } from "@/lib/db/cells";
import { markReadiness } from "@/lib/db/outbox";
import { listNewestRegressions } from "@/lib/db/regressions";
import { listPassedReplays } from "@/lib/db/signal-replays";
import type { Tx } from "@/lib/db/transaction";
import { listWaivers } from "@/lib/db/waivers";
import { judgeBoard } from "@/lib/domain/regressions/judge-board";
import { type BoardInput, cellKey } from "@/lib/domain/regressions/judged-cell";
import { SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";
import type { JournalPad, ServiceContext } from "../context";
import { advanceRegressions } from "./advance-regressions";
import { type BoardCell, boardCells, boardInput } from "./board-input";
import { BOARD_RULES } from "./board-rules";
import type { Candidate, Touched } from "./candidates";
import { compareTouched } from "./compare-touched";
import type { Fleet } from "./fleet";
import { completeCell, isTold, type JudgedBoardCell } from "./judged-board-cell";
import { toWaiverFact } from "./waiver-dto";
import { writeBoardCells } from "./write-board";

export interface ReleaseToJudge {
  candidate: Candidate;
  touched: Touched;
  fleet: Fleet;
}

/**
 * Compares the touched clusters again, corrects over the whole board of the candidate, and writes what is new: cells, the
 * board, regressions, and the marks for readiness. In the caller's transaction, which holds the lock of the board; a
 * second time it writes nothing.
 * Returns how many cells changed.
 */
export async function judgeRelease(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad },
  release: ReleaseToJudge,
): Promise<number> {
  const { tx } = work;
  const { candidate, fleet } = release;
  const regressions = await newestByKey(tx, candidate.id);
  if (candidate.superseded) {
    const clusters = await advanceRegressions(ctx, work, { candidate, cells: [], regressions });
    await markClusters(tx, candidate, clusters);
    return 0;
  }
  const touched = await widen(tx, release);
  const stored = await listTestedCells(tx, candidate.id);
  const compared = await compareTouched(ctx, tx, { candidate, touched, fleet, stored });
  const cells = boardCells(stored, compared, { fleet, touched });
  const input = boardInput({
    candidate,
    fleet,
    cells,
    regressions: [...regressions.values()],
    waivers: (await listWaivers(tx, { releaseId: candidate.id })).map(toWaiverFact),
    calibrated: await calibrated(tx, release),
    now: ctx.now(),
  });
  const board = judgeBoard(input);
  const judged = withFacts(board.cells, cells).map((cell) =>
    isTold(cell, { touched, regressions }) ? completeCell(cell, regressions.get(cell.key)) : cell,
  );
  const parts = { candidate, touched, fleet, stored, cells: judged, regressions };
  const advanced = await advanceRegressions(ctx, work, parts);
  const newest = advanced.size === 0 ? regressions : await newestByKey(tx, candidate.id);
  const written = await writeBoardCells(ctx, work, { ...parts, regressions: newest });
  const { summary } = board;
  const row = {
    releaseId: candidate.id,
    baseline: candidate.baseline,
    judgedAt: ctx.now(),
    ruleVersion: BOARD_RULES,
    summary,
  };
  const isNew = await putBoard(tx, row);
  if (isNew && advanced.size === 0) work.pad.publish({ kind: "regression", payload: { release: candidate.version } });
  await markClusters(tx, candidate, new Set([...advanced, ...written.clusterIds]));
  return written.changed;
}

/** Another baseline, or other rules, and every cell of the board means something else. */
async function widen(tx: Tx, { candidate, touched, fleet }: ReleaseToJudge): Promise<Touched> {
  const board = await findBoard(tx, candidate.id);
  if (board === null || (board.baseline === candidate.baseline && board.ruleVersion === BOARD_RULES)) return touched;
  const all = fleet.clusters.map(({ id }) => id);
  return { gate: new Set([...touched.gate, ...all]), signal: new Set([...touched.signal, ...all]) };
}

async function newestByKey(tx: Tx, releaseId: number) {
  const rows = await listNewestRegressions(tx, releaseId);
  return new Map(
    rows.flatMap((row) =>
      row.kind === "gate" || row.kind === "signal" ? [[cellKey(row.kind, row.subject, row.cluster), row] as const] : [],
    ),
  );
}

function withFacts(
  judged: ReturnType<typeof judgeBoard>["cells"],
  cells: ReadonlyMap<string, BoardCell>,
): JudgedBoardCell[] {
  return judged.map((cell) => {
    const key = cellKey(cell.kind, cell.subject, cell.cluster);
    const from = cells.get(key);
    if (from === undefined) throw new Error(`a judgement of ${key}, which was not asked for`);
    return { key, judged: cell, from };
  });
}

/** The clusters on which the rules for signals were proven on stable weeks. */
async function calibrated(tx: Tx, { candidate, fleet }: ReleaseToJudge): Promise<BoardInput["calibrated"]> {
  const passed = await listPassedReplays(tx, { baseline: candidate.baseline, ruleVersion: SIGNAL_RULES_VERSION });
  return new Set(passed.flatMap((id) => fleet.byId.get(id)?.name ?? []));
}

async function markClusters(tx: Tx, candidate: Candidate, clusterIds: ReadonlySet<number>): Promise<void> {
  await markReadiness(
    tx,
    [...clusterIds].map((clusterId) => ({ clusterId, releaseId: candidate.id })),
  );
}
