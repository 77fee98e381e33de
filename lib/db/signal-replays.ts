import type { SignalBlock } from "@/lib/domain/signals/signal-block";
import type { Queryable, Tx } from "./transaction";

/** The last replay of the signal rules on a cluster. */
export interface ReplayRow {
  clusterId: number;
  cluster: string;
  baseline: string;
  ruleVersion: string;
  replayedAt: Date;
  weeks: number;
  tests: number;
  falseAlarms: number;
  passed: boolean;
  detail: unknown;
}

/** The last replay of every active cluster that had one, by name. */
export async function listReplays(sql: Queryable): Promise<ReplayRow[]> {
  return sql.query<ReplayRow & Record<string, unknown>>(
    `SELECT r.cluster_id AS "clusterId", c.name AS cluster, r.baseline, r.rule_version AS "ruleVersion",
            r.replayed_at AS "replayedAt", r.weeks, r.tests, r.false_alarms AS "falseAlarms", r.passed, r.detail
     FROM signal_replay r JOIN cluster c ON c.id = r.cluster_id AND c.retired_at IS NULL ORDER BY c.name`,
  );
}

/**
 * The ids of the clusters on which these rules were replayed with this stable release and were quiet: a red signal blocks
 * there.
 */
export async function listPassedReplays(
  sql: Queryable,
  of: { baseline: string; ruleVersion: string },
): Promise<number[]> {
  const rows = await sql.query<{ cluster_id: number }>(
    "SELECT cluster_id FROM signal_replay WHERE passed AND baseline = $1 AND rule_version = $2",
    [of.baseline, of.ruleVersion],
  );
  return rows.map((row) => row.cluster_id);
}

/** The whole weeks of a stable release on a cluster, by one of its signals. */
export interface StableWeeksRow {
  clusterId: number;
  cluster: string;
  releaseId: number;
  /** Mondays, oldest first. */
  weeks: Date[];
}

/**
 * Weeks with at least `leastHours` observed hours of active clusters, since then. By the first signal of each cluster
 * only: it is asked often, and the hours come for all signals together.
 */
export async function listStableWeeks(
  sql: Queryable,
  of: { releaseIds: readonly number[]; since: Date; until: Date; leastHours: number },
): Promise<StableWeeksRow[]> {
  return sql.query<StableWeeksRow & Record<string, unknown>>(
    `SELECT c.id AS "clusterId", c.name AS cluster, r.id AS "releaseId", array_agg(w.week ORDER BY w.week) AS weeks
     FROM cluster c CROSS JOIN unnest($1::int[]) AS r(id)
     CROSS JOIN LATERAL (
       SELECT signal FROM signal_block b WHERE b.cluster_id = c.id AND b.release_id = r.id AND b.segment_id = 0
         AND b.hour >= $2 AND b.hour < $3 ORDER BY signal LIMIT 1) first
     CROSS JOIN LATERAL (
       SELECT date_trunc('week', b.hour, 'UTC') AS week FROM signal_block b
       WHERE b.cluster_id = c.id AND b.release_id = r.id AND b.signal = first.signal AND b.segment_id = 0
         AND b.hour >= $2 AND b.hour < $3
       GROUP BY 1 HAVING count(*) >= $4) w
     WHERE c.retired_at IS NULL GROUP BY 1, 2, 3 ORDER BY 1, 3`,
    [[...of.releaseIds], of.since, of.until, of.leastHours],
  );
}

/** An hour of a signal of the whole cluster (label and value null) or of one node. */
export interface StableBlockRow extends SignalBlock {
  signal: string;
  node: string | null;
}

/** The hours of a stable release on a cluster: of the whole cluster and of its nodes. */
export async function listStableBlocks(
  sql: Queryable,
  of: { clusterId: number; releaseId: number; signals: readonly string[]; since: Date; until: Date },
): Promise<StableBlockRow[]> {
  return sql.query<StableBlockRow & Record<string, unknown>>(
    `SELECT b.signal, CASE WHEN b.segment_id <> 0 THEN s.value END AS node, b.hour, b.x, b.exposure, b.coverage, b.lost, b.form
     FROM signal_block b JOIN signal_segment s ON s.id = b.segment_id
     WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.signal = ANY($3::text[]) AND b.hour >= $4 AND b.hour < $5
       AND (b.segment_id = 0 OR s.label = 'node')
     ORDER BY b.signal, b.segment_id, b.hour`,
    [of.clusterId, of.releaseId, [...of.signals], of.since, of.until],
  );
}

/** Keeps the replay of a cluster; returns whether the one before had passed, null when there was none. */
export async function putSignalReplay(
  tx: Tx,
  replay: Omit<ReplayRow, "cluster">,
): Promise<{ passedBefore: boolean | null }> {
  const [before] = await tx.query<{ passed: boolean }>(
    "SELECT passed FROM signal_replay WHERE cluster_id = $1 FOR UPDATE",
    [replay.clusterId],
  );
  await tx.query(
    `INSERT INTO signal_replay (cluster_id, baseline, rule_version, replayed_at, weeks, tests, false_alarms, passed, detail)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9)
     ON CONFLICT (cluster_id) DO UPDATE SET baseline = EXCLUDED.baseline, rule_version = EXCLUDED.rule_version,
       replayed_at = EXCLUDED.replayed_at, weeks = EXCLUDED.weeks, tests = EXCLUDED.tests,
       false_alarms = EXCLUDED.false_alarms, passed = EXCLUDED.passed, detail = EXCLUDED.detail`,
    [
      replay.clusterId,
      replay.baseline,
      replay.ruleVersion,
      replay.replayedAt,
      replay.weeks,
      replay.tests,
      replay.falseAlarms,
      replay.passed,
      JSON.stringify(replay.detail),
    ],
  );
  return { passedBefore: before?.passed ?? null };
}
