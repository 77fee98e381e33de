import type { Outcome } from "@/lib/domain/gates/gate-run";
import type { Queryable } from "./transaction";

/** A run as the comparison of releases needs it. */
export interface ComparedRunRow {
  id: string;
  clusterId: number;
  gateId: string;
  ranAt: Date;
  url: string | null;
  attempt: number;
  outcome: Outcome;
  /** Distinct cases that passed after they had failed in the same run. */
  flaky: number;
  /** The text of a class that must never be seen, found in the message of a failed case; null: none. */
  neverFail: string | null;
}

/** Runs that one cell can rest on: the newest of a gate. */
const RUNS_PER_GATE = 500;

/** Finds any of the texts, taken literally. */
function anyOf(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
}

const COLUMNS = `r.id, r.cluster_id AS "clusterId", r.gate_id AS "gateId", r.ran_at AS "ranAt", r.url, r.attempt, r.outcome,
  r.flaky`;

/** The runs of these clusters with the candidate, the newest of each gate, with what must never be seen in them. */
export async function listCandidateRuns(
  sql: Queryable,
  of: { clusterIds: readonly number[]; releaseId: number; neverFail: readonly string[] },
): Promise<ComparedRunRow[]> {
  return sql.query<ComparedRunRow & Record<string, unknown>>(
    `SELECT ${COLUMNS}, n.found AS "neverFail" FROM (
       SELECT r.*, row_number() OVER (PARTITION BY cluster_id, gate_id ORDER BY ran_at DESC, id DESC) AS rank
       FROM gate_run r WHERE cluster_id = ANY($1::int[]) AND release_id = $2) r
     LEFT JOIN LATERAL (
       SELECT substring(c.message FROM $3) AS found FROM gate_case c
       WHERE c.run_id = r.id AND NOT c.superseded AND c.status IN ('failed', 'error') AND c.message ~ $3
       ORDER BY c.ordinal LIMIT 1) n ON r.outcome IN ('failed', 'error')
     WHERE r.rank <= $4`,
    [[...of.clusterIds], of.releaseId, anyOf(of.neverFail), RUNS_PER_GATE],
  );
}

/** The runs of these clusters with the baseline from each one's instant on, the newest of each gate. */
export async function listBaselineRuns(
  sql: Queryable,
  of: { releaseId: number; clusters: readonly { id: number; from: Date }[]; perGate?: number },
): Promise<ComparedRunRow[]> {
  return sql.query<ComparedRunRow & Record<string, unknown>>(
    `SELECT ${COLUMNS}, NULL AS "neverFail" FROM (
       SELECT r.*, row_number() OVER (PARTITION BY r.cluster_id, r.gate_id ORDER BY r.ran_at DESC, r.id DESC) AS rank
       FROM gate_run r JOIN unnest($1::int[], $2::timestamptz[]) AS c(id, since) ON c.id = r.cluster_id
       WHERE r.release_id = $3 AND r.ran_at >= c.since) r
     WHERE r.rank <= $4`,
    [
      of.clusters.map((cluster) => cluster.id),
      of.clusters.map((cluster) => cluster.from),
      of.releaseId,
      of.perGate ?? RUNS_PER_GATE,
    ],
  );
}

/** When the release first ran on any of the clusters; null: it never did. */
export async function findFirstRun(
  sql: Queryable,
  of: { releaseId: number; clusterIds: readonly number[] },
): Promise<Date | null> {
  const [row] = await sql.query<{ at: Date | null }>(
    "SELECT min(ran_at) AS at FROM gate_run WHERE release_id = $1 AND cluster_id = ANY($2::int[])",
    [of.releaseId, [...of.clusterIds]],
  );
  return row?.at ?? null;
}
