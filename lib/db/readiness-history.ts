import type { Area } from "@/lib/domain/readiness/area";
import type { Verdict } from "@/lib/domain/readiness/verdict";
import type { Database } from "./client";
import { queryableOf } from "./transaction";

export interface ChangeRow {
  id: string;
  cluster: string;
  at: Date;
  area: Area | null;
  from: Verdict | null;
  to: Verdict;
  summary: string;
  snapshotId: string;
}

/** Changes of verdicts for a release since then, newest first; of one cluster where one is given. */
export async function listChanges(
  db: Database,
  of: { releaseId: number; since: Date; clusterId: number | null; limit: number },
): Promise<ChangeRow[]> {
  return queryableOf(db).query<ChangeRow & Record<string, unknown>>(
    `SELECT h.id::text, c.name AS cluster, h.at, h.area, h."from", h."to", h.summary, h.snapshot_id AS "snapshotId"
     FROM readiness_change h JOIN cluster c ON c.id = h.cluster_id AND c.retired_at IS NULL
     WHERE h.release_id = $1 AND h.at >= $2 AND ($3::int IS NULL OR h.cluster_id = $3)
     ORDER BY h.at DESC, h.id DESC LIMIT $4`,
    [of.releaseId, of.since, of.clusterId, of.limit],
  );
}

/** Since when each cluster has had the verdict it has for a release. */
export async function listVerdictSince(db: Database, releaseId: number): Promise<Map<number, Date>> {
  const rows = await queryableOf(db).query<{ cluster_id: number; at: Date }>(
    `SELECT DISTINCT ON (cluster_id) cluster_id, at FROM readiness_change
     WHERE release_id = $1 AND area IS NULL ORDER BY cluster_id, at DESC, id DESC`,
    [releaseId],
  );
  return new Map(rows.map((row) => [row.cluster_id, row.at]));
}

/**
 * The verdict in force at the end of each UTC day from `since` to `until`, and of each area then. A snapshot is written
 * only when a judgement says something else, so one stays in force until the next; days before the first are missing.
 */
export async function listVerdictsByDay(
  db: Database,
  of: { clusterId: number; releaseId: number; since: Date; until: Date },
): Promise<{ day: string; verdict: Verdict; areas: unknown }[]> {
  return queryableOf(db).query(
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS day, s.verdict, s.areas
     FROM generate_series(date_trunc('day', $3::timestamptz AT TIME ZONE 'UTC'),
                          date_trunc('day', $4::timestamptz AT TIME ZONE 'UTC'), interval '1 day') AS d(day)
     CROSS JOIN LATERAL (
       SELECT verdict, areas FROM readiness_snapshot
       WHERE cluster_id = $1 AND release_id = $2 AND computed_at < (d.day + interval '1 day') AT TIME ZONE 'UTC'
       ORDER BY computed_at DESC LIMIT 1) AS s
     ORDER BY d.day`,
    [of.clusterId, of.releaseId, of.since, of.until],
  );
}

/**
 * Deletes snapshots that nothing refers to: older than two days all but the last of an hour, older than a month all but
 * the last of a day. One that is in force, or at which a verdict changed, stays. Returns how many went.
 */
export async function thinSnapshots(db: Database, now: Date): Promise<number> {
  const rows = await queryableOf(db).query<{ count: number }>(
    `WITH ranked AS (
       SELECT id, row_number() OVER (
         PARTITION BY cluster_id, release_id,
           date_trunc(CASE WHEN computed_at < $1::timestamptz - interval '30 days' THEN 'day' ELSE 'hour' END, computed_at, 'UTC')
         ORDER BY computed_at DESC) AS rank
       FROM readiness_snapshot WHERE computed_at < $1::timestamptz - interval '2 days'),
     gone AS (
       DELETE FROM readiness_snapshot s USING ranked r
       WHERE s.id = r.id AND r.rank > 1
         AND NOT EXISTS (SELECT FROM readiness f WHERE f.snapshot_id = s.id)
         AND NOT EXISTS (SELECT FROM readiness_change h WHERE h.snapshot_id = s.id)
       RETURNING 1)
     SELECT count(*)::int AS count FROM gone`,
    [now],
  );
  return rows[0]?.count ?? 0;
}
