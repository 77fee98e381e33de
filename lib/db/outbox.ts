import { DRAIN_OUTBOX_TASK } from "@/lib/domain/readiness/recompute-job";
import type { Tx } from "./transaction";

/** A cluster and a release whose readiness must be judged again. */
export interface ReadinessMark {
  clusterId: number;
  releaseId: number;
}

/**
 * Asks, in the caller's transaction, that readiness be judged again, and wakes a worker at commit.
 * Many marks for one pair are one piece of work: the drain takes them together.
 */
export async function markReadiness(tx: Tx, marks: readonly ReadinessMark[]): Promise<void> {
  if (marks.length === 0) return;
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT 'readiness.recompute', * FROM unnest($1::int[], $2::int[])`,
    [marks.map((mark) => mark.clusterId), marks.map((mark) => mark.releaseId)],
  );
  await wakeDrain(tx);
}

/** Marks clusters with every tracked release, or a release with every cluster, or (neither given) all pairs. */
export async function markReadinessAll(
  tx: Tx,
  of: { clusterIds?: readonly number[]; releaseId?: number },
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT 'readiness.recompute', c.id, r.id FROM cluster c CROSS JOIN release r
     WHERE c.retired_at IS NULL AND r.tracked
       AND ($1::int[] IS NULL OR c.id = ANY($1)) AND ($2::int IS NULL OR r.id = $2)`,
    [of.clusterIds ? [...of.clusterIds] : null, of.releaseId ?? null],
  );
  await wakeDrain(tx);
}

/** The key lets one waiting job stand for all marks committed before it runs. */
async function wakeDrain(tx: Tx): Promise<void> {
  await tx.query("SELECT graphile_worker.add_job($1, job_key := $1, max_attempts := 5)", [DRAIN_OUTBOX_TASK]);
}

/** Claims the oldest marks for this transaction; another worker skips them. Returns distinct pairs. */
export async function claimReadinessMarks(tx: Tx, limit: number): Promise<ReadinessMark[]> {
  const rows = await tx.query<{ cluster_id: number; release_id: number }>(
    `DELETE FROM outbox WHERE id IN (
       SELECT id FROM outbox WHERE kind = 'readiness.recompute' AND not_before <= now() ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING cluster_id, release_id`,
    [limit],
  );
  const pairs = new Map(rows.map((row) => [`${row.cluster_id}:${row.release_id}`, row]));
  return [...pairs.values()].map((row) => ({ clusterId: row.cluster_id, releaseId: row.release_id }));
}

/** Puts a mark back whose work failed, to be tried again later. */
export async function postponeReadiness(tx: Tx, mark: ReadinessMark, delaySeconds: number): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id, not_before)
     VALUES ('readiness.recompute', $1, $2, now() + make_interval(secs => $3))`,
    [mark.clusterId, mark.releaseId, delaySeconds],
  );
}
