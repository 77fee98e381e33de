import { lockBoard } from "@/lib/db/boards";
import { type ClaimedCellMark, claimCellMarks, postponeCells } from "@/lib/db/outbox";
import type { Tx } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import { type JournalPad, type ServiceContext, withTransaction } from "../context";
import { loadReleaseIndex } from "../releases/list-releases";
import { type Candidate, type Touched, touchedBy } from "./candidates";
import { type Fleet, loadFleet } from "./fleet";
import { judgeRelease } from "./judge-release";

/** Marks taken together: many, because the tests over the whole board cost the same for one cluster as for all. */
const BATCH = 200;
/** Clusters whose judging failed wait so long, and do not hold up the rest. */
const RETRY_AFTER_SECONDS = 60;

export interface JudgedCells {
  /** Marks that were worked off. */
  judged: number;
  /** Cells that say something else than before. */
  changed: number;
}

/** Compares all that is marked, a batch at a time, until nothing is left. */
export async function judgeCells(ctx: ServiceContext): Promise<JudgedCells> {
  const total = { judged: 0, changed: 0 };
  let alone = 0;
  for (;;) {
    const batch = await judgeBatch(ctx, alone > 0 ? 1 : BATCH);
    total.judged += batch.judged;
    total.changed += batch.changed;
    if (batch.judged === 0) return total;
    // A batch that failed is gone through one by one, so that what is wrong with one cluster stays its own.
    alone = batch.failed > 1 ? batch.failed : Math.max(0, alone - 1);
  }
}

async function judgeBatch(ctx: ServiceContext, limit: number): Promise<JudgedCells & { failed: number }> {
  const [releases, fleet] = await Promise.all([loadReleaseIndex(ctx.db), loadFleet(ctx.db)]);
  return withTransaction(ctx, async (tx, pad) => {
    const marks = await claimCellMarks(tx, limit);
    const result = { judged: marks.length, changed: 0, failed: 0 };
    const parts = touchedBy(marks, releases);
    // All boards first and in one order: who marks readiness holds the job's key until the end, and must not wait for a
    // board then.
    for (const { candidate } of parts) await lockBoard(tx, candidate.id);
    for (const part of parts) {
      const changed = await judgeOrPostpone(ctx, { tx, pad }, { ...part, fleet });
      result.changed += changed ?? 0;
      if (changed === null) result.failed += part.marks.length;
    }
    return result;
  });
}

interface Part {
  candidate: Candidate;
  touched: Touched;
  marks: readonly ClaimedCellMark[];
  fleet: Fleet;
}

/** How many cells changed; null where it failed and the marks were put back. */
async function judgeOrPostpone(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad },
  { marks, ...part }: Part,
): Promise<number | null> {
  const told: Parameters<JournalPad["publish"]>[0][] = [];
  const audited: Parameters<JournalPad["recordAudit"]>[0][] = [];
  const pad: JournalPad = { recordAudit: (record) => audited.push(record), publish: (event) => told.push(event) };
  await work.tx.query("SAVEPOINT judging");
  try {
    const changed = await judgeRelease(ctx, { tx: work.tx, pad }, part);
    await work.tx.query("RELEASE SAVEPOINT judging");
    for (const record of audited) work.pad.recordAudit(record);
    for (const event of told) work.pad.publish(event);
    return changed;
  } catch (error) {
    await work.tx.query("ROLLBACK TO SAVEPOINT judging");
    log().error({ event: "cells.judging-failed", release: part.candidate.version, clusters: marks.length, error });
    await postponeCells(work.tx, marks, marks.length === 1 ? RETRY_AFTER_SECONDS : 0);
    return null;
  }
}
