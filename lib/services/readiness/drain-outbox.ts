import { claimReadinessMarks, postponeReadiness, type ReadinessMark } from "@/lib/db/outbox";

import type { Tx } from "@/lib/db/transaction";
import type { ReleaseDto } from "@/lib/domain/releases/release";
import { log } from "@/lib/log";
import { type JournalPad, type ServiceContext, withTransaction } from "../context";
import { loadGates } from "../gates/list-gates";
import { loadReleaseIndex } from "../releases/list-releases";
import { recomputeReadiness } from "./recompute-readiness";

/** Pairs judged in one transaction: few, so that locks are short and a crash loses little. */
const BATCH = 20;
/** A pair whose judging failed waits so long, and does not hold up the rest. */
const RETRY_AFTER_SECONDS = 60;

/** Judges all that is marked, a batch at a time, until nothing is left. Returns how many verdicts were new. */
export async function drainOutbox(ctx: ServiceContext): Promise<{ judged: number; changed: number }> {
  const total = { judged: 0, changed: 0 };
  for (;;) {
    const batch = await drainBatch(ctx);
    total.judged += batch.judged;
    total.changed += batch.changed;
    if (batch.judged === 0) return total;
  }
}

async function drainBatch(ctx: ServiceContext): Promise<{ judged: number; changed: number }> {
  const gates = await loadGates(ctx.db);
  const releases = await loadReleaseIndex(ctx.db);
  return withTransaction(ctx, async (tx, pad) => {
    const marks = await claimReadinessMarks(tx, BATCH);
    // One order for all workers, so that two batches wait for each other instead of deadlocking.
    marks.sort((a, b) => a.clusterId - b.clusterId || a.releaseId - b.releaseId);
    let changed = 0;
    for (const mark of marks) {
      const release = releases.get(mark.releaseId);
      if (release === undefined) continue;
      if (await judgeOrPostpone(ctx, { tx, pad }, mark, { release, gates })) changed += 1;
    }
    return { judged: marks.length, changed };
  });
}

async function judgeOrPostpone(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad },
  mark: ReadinessMark,
  of: { release: ReleaseDto; gates: Awaited<ReturnType<typeof loadGates>> },
): Promise<boolean> {
  const { version, baseline } = of.release;
  await work.tx.query("SAVEPOINT judging");
  try {
    const question = { release: { id: mark.releaseId, version, baseline }, gates: of.gates, now: ctx.now() };
    const changed = await recomputeReadiness(ctx, work, mark, question);
    await work.tx.query("RELEASE SAVEPOINT judging");
    return changed;
  } catch (error) {
    await work.tx.query("ROLLBACK TO SAVEPOINT judging");
    log().error({ event: "readiness.judging-failed", ...mark, error });
    await postponeReadiness(work.tx, mark, RETRY_AFTER_SECONDS);
    return false;
  }
}
