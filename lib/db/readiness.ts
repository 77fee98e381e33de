import type { Area } from "@/lib/domain/readiness/area";
import type { Verdict } from "@/lib/domain/readiness/verdict";
import type { Database } from "./client";
import { type Queryable, queryableOf, type Tx } from "./transaction";

/** Waits until no other transaction judges this pair; facts loaded after it are the newest committed. */
export async function lockReadiness(tx: Tx, clusterId: number, releaseId: number): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1::int, $2::int)", [clusterId, releaseId]);
}

/** A verdict with what it came from, as it is stored. */
export interface SnapshotRow {
  id: string;
  clusterId: number;
  releaseId: number;
  baseline: string | null;
  policyVersion: string;
  computedAt: Date;
  verdict: Verdict;
  areas: unknown;
  reasons: unknown;
  nodes: unknown;
  evidence: unknown;
  inputs: unknown;
}

/** The verdict in force of a cluster, with when it was last confirmed. */
export interface CurrentRow extends SnapshotRow {
  confirmedAt: Date;
  expiresAt: Date | null;
  version: number;
}

const CURRENT = `
  SELECT s.id, s.cluster_id AS "clusterId", s.release_id AS "releaseId", s.baseline, s.policy_version AS "policyVersion",
         s.computed_at AS "computedAt", s.verdict, s.areas, s.reasons, s.nodes, s.evidence, s.inputs,
         r.computed_at AS "confirmedAt", r.expires_at AS "expiresAt", r.version
  FROM readiness r JOIN readiness_snapshot s ON s.id = r.snapshot_id`;

export async function findCurrent(sql: Queryable, clusterId: number, releaseId: number): Promise<CurrentRow | null> {
  const rows = await sql.query<CurrentRow & Record<string, unknown>>(
    `${CURRENT} WHERE r.cluster_id = $1 AND r.release_id = $2`,
    [clusterId, releaseId],
  );
  return rows[0] ?? null;
}

/** The verdicts in force of active clusters for a release. A cluster that was never judged is not among them. */
export async function listCurrent(db: Database, releaseId: number): Promise<CurrentRow[]> {
  return queryableOf(db).query<CurrentRow & Record<string, unknown>>(
    `${CURRENT} JOIN cluster c ON c.id = r.cluster_id WHERE r.release_id = $1 AND c.retired_at IS NULL`,
    [releaseId],
  );
}

/** How many active clusters have each verdict in force for a release, and when one was last confirmed. */
export async function countCurrent(
  db: Database,
  releaseId: number,
): Promise<{ confirmedAt: Date | null; counts: Record<Verdict, number> }> {
  const rows = await queryableOf(db).query<{ verdict: Verdict; count: number; at: Date }>(
    `SELECT r.verdict, count(*)::int AS count, max(r.computed_at) AS at FROM readiness r
     JOIN cluster c ON c.id = r.cluster_id AND c.retired_at IS NULL WHERE r.release_id = $1 GROUP BY r.verdict`,
    [releaseId],
  );
  const counts = { ready: 0, review: 0, unproven: 0, blocked: 0 };
  for (const row of rows) counts[row.verdict] = row.count;
  const newest = Math.max(...rows.map((row) => row.at.getTime()));
  return { confirmedAt: rows.length === 0 ? null : new Date(newest), counts };
}

/** Appends a snapshot and puts it in force. */
export async function insertSnapshot(tx: Tx, snapshot: SnapshotRow, expiresAt: Date | null): Promise<void> {
  await tx.query(
    `INSERT INTO readiness_snapshot (id, cluster_id, release_id, baseline, policy_version, computed_at, verdict, areas,
       reasons, nodes, evidence, inputs) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
    [
      snapshot.id,
      snapshot.clusterId,
      snapshot.releaseId,
      snapshot.baseline,
      snapshot.policyVersion,
      snapshot.computedAt,
      snapshot.verdict,
      JSON.stringify(snapshot.areas),
      JSON.stringify(snapshot.reasons),
      JSON.stringify(snapshot.nodes),
      JSON.stringify(snapshot.evidence),
      JSON.stringify(snapshot.inputs),
    ],
  );
  await tx.query(
    `INSERT INTO readiness (cluster_id, release_id, snapshot_id, verdict, computed_at, expires_at)
     VALUES ($1,$2,$3,$4,$5,$6)
     ON CONFLICT (cluster_id, release_id) DO UPDATE SET snapshot_id = EXCLUDED.snapshot_id, verdict = EXCLUDED.verdict,
       computed_at = EXCLUDED.computed_at, expires_at = EXCLUDED.expires_at, version = readiness.version + 1`,
    [snapshot.clusterId, snapshot.releaseId, snapshot.id, snapshot.verdict, snapshot.computedAt, expiresAt],
  );
}

/** Notes that the verdict in force was judged again and holds. */
export async function confirmCurrent(
  tx: Tx,
  clusterId: number,
  releaseId: number,
  at: Date,
  expiresAt: Date | null,
): Promise<void> {
  await tx.query("UPDATE readiness SET computed_at = $3, expires_at = $4 WHERE cluster_id = $1 AND release_id = $2", [
    clusterId,
    releaseId,
    at,
    expiresAt,
  ]);
}

export interface ChangeRecord {
  area: Area | null;
  from: Verdict | null;
  to: Verdict;
  summary: string;
}

export async function insertChanges(
  tx: Tx,
  of: { clusterId: number; releaseId: number; at: Date; snapshotId: string },
  changes: readonly ChangeRecord[],
): Promise<void> {
  for (const change of changes) {
    await tx.query(
      `INSERT INTO readiness_change (cluster_id, release_id, at, area, "from", "to", summary, snapshot_id)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8)`,
      [of.clusterId, of.releaseId, of.at, change.area, change.from, change.to, change.summary, of.snapshotId],
    );
  }
}

/** Marks every verdict in force that other rules made, in the caller's transaction. Returns how many. */
export async function markOutdatedPolicy(tx: Tx, policyVersion: string): Promise<number> {
  const rows = await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT 'readiness.recompute', r.cluster_id, r.release_id FROM readiness r
     JOIN readiness_snapshot s ON s.id = r.snapshot_id
     JOIN cluster c ON c.id = r.cluster_id AND c.retired_at IS NULL
     WHERE s.policy_version <> $1 RETURNING id`,
    [policyVersion],
  );
  return rows.length;
}

/** Marks every verdict that age alone may have changed by now, in the caller's transaction. Returns how many. */
export async function markExpired(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.query(
    `INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT 'readiness.recompute', r.cluster_id, r.release_id FROM readiness r
     JOIN cluster c ON c.id = r.cluster_id AND c.retired_at IS NULL
     WHERE r.expires_at <= $1
       AND NOT EXISTS (SELECT FROM outbox o WHERE o.kind = 'readiness.recompute'
                       AND o.cluster_id = r.cluster_id AND o.release_id = r.release_id)
     RETURNING id`,
    [now],
  );
  return rows.length;
}
