import { DRAIN_OUTBOX_TASK } from "@/lib/domain/readiness/recompute-job";
import { JUDGE_CELLS_TASK } from "@/lib/domain/regressions/judge-job";
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

/** What of a cluster must be compared again: runs of gates, hours of signals. */
export const CELL_FAMILIES = ["gate", "signal"] as const;
export type CellFamily = (typeof CELL_FAMILIES)[number];

const KINDS: Record<CellFamily, string> = { gate: "cells.judge.gate", signal: "cells.judge.signal" };
const ALL_KINDS = "cells.judge";

/** A cluster whose evidence with a release changed; of a baseline, every candidate compared with it is meant. */
export interface CellMark {
  clusterId: number;
  releaseId: number;
}

/** A mark as it is claimed; `family` null: all of them. */
export interface ClaimedCellMark extends CellMark {
  family: CellFamily | null;
}

/**
 * Asks, in the caller's transaction, that the cells of these clusters be compared again, and wakes a worker at commit.
 * `family` says what alone changed; left out, everything is compared.
 */
export async function markCells(tx: Tx, marks: readonly CellMark[], family?: CellFamily): Promise<void> {
  if (marks.length === 0) return;
  await tx.query(`INSERT INTO outbox (kind, cluster_id, release_id) SELECT $3, * FROM unnest($1::int[], $2::int[])`, [
    marks.map((mark) => mark.clusterId),
    marks.map((mark) => mark.releaseId),
    kindOf(family ?? null),
  ]);
  await wakeJudge(tx);
}

/**
 * Marks clusters with every tracked release, or a release, tracked or not, with every cluster, or (neither given) all
 * pairs of tracked releases.
 */
export async function markCellsAll(
  tx: Tx,
  of: { clusterIds?: readonly number[]; releaseId?: number; family?: CellFamily },
): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT $3, c.id, r.id FROM cluster c CROSS JOIN release r
     WHERE c.retired_at IS NULL AND (r.tracked OR r.id = $2)
       AND ($1::int[] IS NULL OR c.id = ANY($1)) AND ($2::int IS NULL OR r.id = $2)`,
    [of.clusterIds ? [...of.clusterIds] : null, of.releaseId ?? null, kindOf(of.family ?? null)],
  );
  await wakeJudge(tx);
}

/** Marks the boards that a cluster stood on which is retired now: without it they are others. */
export async function markRetired(tx: Tx, clusterId: number): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id) SELECT DISTINCT $2, cluster_id, release_id FROM cell
     WHERE cluster_id = $1`,
    [clusterId, ALL_KINDS],
  );
  await wakeJudge(tx);
}

/** Marks every board that other rules made: one cluster stands for all of it. Returns how many. */
export async function markOutdatedBoards(tx: Tx, ruleVersion: string): Promise<number> {
  const rows = await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT $2, min(x.cluster_id), b.release_id FROM board b JOIN cell x ON x.release_id = b.release_id
     WHERE b.rule_version <> $1 GROUP BY b.release_id RETURNING id`,
    [ruleVersion, ALL_KINDS],
  );
  return rows.length;
}

/** Claims the oldest marks for this transaction; another worker skips them. Returns distinct marks. */
export async function claimCellMarks(tx: Tx, limit: number): Promise<ClaimedCellMark[]> {
  const rows = await tx.query<{ kind: string; cluster_id: number; release_id: number }>(
    `DELETE FROM outbox WHERE id IN (
       SELECT id FROM outbox WHERE kind = ANY($2) AND not_before <= now() ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING kind, cluster_id, release_id`,
    [limit, [ALL_KINDS, ...Object.values(KINDS)]],
  );
  const distinct = new Map(rows.map((row) => [`${row.kind}:${row.cluster_id}:${row.release_id}`, row]));
  return [...distinct.values()].map((row) => ({
    clusterId: row.cluster_id,
    releaseId: row.release_id,
    family: CELL_FAMILIES.find((family) => KINDS[family] === row.kind) ?? null,
  }));
}

/** Puts marks back whose work failed, to be tried again later. */
export async function postponeCells(tx: Tx, marks: readonly ClaimedCellMark[], delaySeconds: number): Promise<void> {
  await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id, not_before)
     SELECT m.kind, m.cluster_id, m.release_id, now() + make_interval(secs => $4)
     FROM unnest($1::text[], $2::int[], $3::int[]) AS m(kind, cluster_id, release_id)`,
    [
      marks.map((mark) => kindOf(mark.family)),
      marks.map((mark) => mark.clusterId),
      marks.map((mark) => mark.releaseId),
      delaySeconds,
    ],
  );
}

function kindOf(family: CellFamily | null): string {
  return family === null ? ALL_KINDS : KINDS[family];
}

/** The key lets one waiting job stand for all marks committed before it runs. */
async function wakeJudge(tx: Tx): Promise<void> {
  await tx.query("SELECT graphile_worker.add_job($1, job_key := $1, max_attempts := 5)", [JUDGE_CELLS_TASK]);
}
