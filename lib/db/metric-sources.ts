import type { Backend } from "@/lib/domain/clusters/prometheus-source";
import { PULL_SOURCE_TASK } from "@/lib/domain/signals/pull-job";
import { SETTLE_MS } from "@/lib/domain/signals/pull-plan";
import type { Database } from "./client";
import type { MetricSource } from "./generated/client";
import { type Queryable, queryableOf, type Tx } from "./transaction";

export type { MetricSource };

/** Before the id of a cluster, among the advisory locks of the database. */
const LOCK_CLASS = 7_150_003;

/** How pulling stands for a cluster; null: nothing was pulled yet. */
export async function findMetricSource(db: Database, clusterId: number): Promise<MetricSource | null> {
  return db.prisma.metricSource.findUnique({ where: { clusterId } });
}

/**
 * Runs the work unless somebody else is at the same cluster; undefined then. The lock is the connection's: whoever dies
 * lets go of it.
 */
export async function withSourceLock<Result>(
  db: Database,
  clusterId: number,
  work: () => Promise<Result>,
): Promise<Result | undefined> {
  const connection = await db.pool.connect();
  try {
    const { rows } = await connection.query<{ locked: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS locked", [
      LOCK_CLASS,
      clusterId,
    ]);
    if (rows[0]?.locked !== true) return undefined;
    try {
      return await work();
    } finally {
      await connection.query("SELECT pg_advisory_unlock($1, $2)", [LOCK_CLASS, clusterId]);
    }
  } finally {
    connection.release();
  }
}

/** Moves the cursor behind what this transaction writes, and closes the circuit. */
export async function advanceSource(
  tx: Tx,
  clusterId: number,
  of: { nextHour: Date; now: Date; warnings: readonly string[]; backend: Backend | null; version: string | null },
): Promise<void> {
  await tx.query(
    `INSERT INTO metric_source AS m (cluster_id, next_hour, backend, version, last_tried_at, last_ok_at, warnings)
     VALUES ($1, $2, $3, $4, $5, $5, $6)
     ON CONFLICT (cluster_id) DO UPDATE SET next_hour = EXCLUDED.next_hour, warnings = EXCLUDED.warnings,
       backend = EXCLUDED.backend, version = EXCLUDED.version, last_tried_at = EXCLUDED.last_tried_at,
       last_ok_at = EXCLUDED.last_ok_at, failures = 0, open_until = NULL, last_error = NULL`,
    [clusterId, of.nextHour, of.backend, of.version, of.now, JSON.stringify(of.warnings)],
  );
}

/** Counts a failure; the circuit is open until the given time. */
export async function noteSourceFailure(
  db: Database,
  clusterId: number,
  of: { error: string; now: Date; restMs: (failures: number) => number },
): Promise<{ failures: number; openUntil: Date | null }> {
  const sql = queryableOf(db);
  const [row] = await sql.query<{ failures: number }>(
    `INSERT INTO metric_source AS m (cluster_id, failures, last_tried_at, last_error) VALUES ($1, 1, $2, $3)
     ON CONFLICT (cluster_id) DO UPDATE SET failures = m.failures + 1, last_tried_at = EXCLUDED.last_tried_at,
       last_error = EXCLUDED.last_error
     RETURNING failures`,
    [clusterId, of.now, of.error],
  );
  const failures = row?.failures ?? 1;
  const rest = of.restMs(failures);
  const openUntil = rest === 0 ? null : new Date(of.now.getTime() + rest);
  await sql.query("UPDATE metric_source SET open_until = $2 WHERE cluster_id = $1", [clusterId, openUntil]);
  return { failures, openUntil };
}

/** Forgets the failures of an address that is another one now; what was pulled stays. */
export async function closeCircuit(tx: Tx, clusterId: number): Promise<void> {
  await tx.query(
    "UPDATE metric_source SET failures = 0, open_until = NULL, last_error = NULL, backend = NULL, version = NULL WHERE cluster_id = $1",
    [clusterId],
  );
}

/** Active clusters with a Prometheus that have a finished hour to ask for, and no open circuit. */
export async function listDueSources(db: Database, now: Date): Promise<number[]> {
  const rows = await queryableOf(db).query<{ id: number }>(
    `SELECT c.id FROM cluster c LEFT JOIN metric_source m ON m.cluster_id = c.id
     WHERE c.retired_at IS NULL AND c.prometheus IS NOT NULL
       AND (m.open_until IS NULL OR m.open_until <= $1)
       AND (m.next_hour IS NULL OR m.next_hour + interval '1 hour' + make_interval(secs => $2) <= $1)
     ORDER BY m.last_tried_at NULLS FIRST, c.id`,
    [now, SETTLE_MS / 1000],
  );
  return rows.map((row) => row.id);
}

/** One waiting job for each cluster, spread over a minute so that one server is not asked for all of them at once. */
export async function enqueuePulls(sql: Queryable, clusterIds: readonly number[]): Promise<void> {
  await sql.query(
    `SELECT graphile_worker.add_job($1, payload := json_build_object('clusterId', id), job_key := $1 || ':' || id,
       job_key_mode := 'preserve_run_at', max_attempts := 3, run_at := now() + random() * interval '1 minute')
     FROM unnest($2::int[]) AS id`,
    [PULL_SOURCE_TASK, [...clusterIds]],
  );
}

/** The signals of which the cluster has hours since then. */
export async function listMeasuredSignals(db: Database, clusterId: number, since: Date): Promise<Set<string>> {
  const rows = await queryableOf(db).query<{ signal: string }>(
    "SELECT DISTINCT signal FROM signal_block WHERE cluster_id = $1 AND segment_id = 0 AND hour >= $2 AND x IS NOT NULL",
    [clusterId, since],
  );
  return new Set(rows.map((row) => row.signal));
}
