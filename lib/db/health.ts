import type { Database } from "./client";
import { queryableOf } from "./transaction";

export async function beat(db: Database, worker: { id: string; startedAt: Date }, now: Date): Promise<void> {
  await queryableOf(db).query(
    `INSERT INTO worker_heartbeat (id, started_at, beat_at) VALUES ($1, $2, $3)
     ON CONFLICT (id) DO UPDATE SET beat_at = EXCLUDED.beat_at`,
    [worker.id, worker.startedAt, now],
  );
}

/** The worker says that it is gone, or one is known to be. */
export async function forgetWorker(db: Database, id: string): Promise<void> {
  await queryableOf(db).query("DELETE FROM worker_heartbeat WHERE id = $1", [id]);
}

export async function forgetWorkersBefore(db: Database, before: Date): Promise<void> {
  await queryableOf(db).query("DELETE FROM worker_heartbeat WHERE beat_at < $1", [before]);
}

export interface HealthRow {
  migrated: boolean;
  liveWorkers: number;
  waiting: number;
  oldestWaitingSeconds: number;
}

/** Whether the schema is there, workers are alive, and how much work waits. */
export async function readHealth(db: Database, aliveSince: Date): Promise<HealthRow> {
  const [table] = await queryableOf(db).query<{ present: boolean }>(
    "SELECT to_regclass('journal_head') IS NOT NULL AS present",
  );
  if (!table?.present) return { migrated: false, liveWorkers: 0, waiting: 0, oldestWaitingSeconds: 0 };
  const [row] = await queryableOf(db).query<Omit<HealthRow, "migrated">>(
    `SELECT (SELECT count(*)::int FROM worker_heartbeat WHERE beat_at >= $1) AS "liveWorkers", count(*)::int AS waiting,
            coalesce(extract(epoch FROM now() - min(created_at)), 0)::float8 AS "oldestWaitingSeconds"
     FROM outbox WHERE not_before <= now()`,
    [aliveSince],
  );
  return { migrated: true, ...(row ?? { liveWorkers: 0, waiting: 0, oldestWaitingSeconds: 0 }) };
}
