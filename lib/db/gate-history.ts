import type { CaseCounts, Outcome } from "@/lib/domain/gates/gate-run";
import type { Queryable } from "./transaction";

/** A run as the rules need it. */
export interface HistoryRunRow extends CaseCounts {
  id: string;
  clusterId: number;
  gateId: string;
  ranAt: Date;
  outcome: Outcome;
  wellFormed: boolean;
}

/** The newest runs of each gate on each cluster with a release, at most as many as the gate asks for. */
export async function listNewestRuns(
  sql: Queryable,
  of: { clusterIds: readonly number[]; releaseId: number; gates: readonly { id: string; limit: number }[] },
): Promise<HistoryRunRow[]> {
  return sql.query<HistoryRunRow & Record<string, unknown>>(
    `SELECT r.* FROM unnest($1::int[]) c(id) CROSS JOIN unnest($3::text[], $4::int[]) g(id, max_runs)
     CROSS JOIN LATERAL (
       SELECT id, cluster_id AS "clusterId", gate_id AS "gateId", ran_at AS "ranAt", outcome, well_formed AS "wellFormed",
              passed, failed, error, skipped, flaky
       FROM gate_run WHERE cluster_id = c.id AND release_id = $2 AND gate_id = g.id
       ORDER BY ran_at DESC, id DESC LIMIT g.max_runs) r`,
    [[...of.clusterIds], of.releaseId, of.gates.map((gate) => gate.id), of.gates.map((gate) => gate.limit)],
  );
}

export interface NotPassedRow {
  runId: string;
  suite: string;
  name: string;
  status: "failed" | "error" | "flaky";
}

/** The first cases of each run that did not simply pass. */
export async function listNotPassedCases(
  sql: Queryable,
  runIds: readonly string[],
  perRun: number,
): Promise<NotPassedRow[]> {
  return sql.query<NotPassedRow & Record<string, unknown>>(
    `SELECT c.* FROM unnest($1::uuid[]) r(id) CROSS JOIN LATERAL (
       SELECT run_id AS "runId", suite, name, CASE WHEN flaky THEN 'flaky' ELSE status::text END AS status
       FROM gate_case WHERE run_id = r.id AND NOT superseded AND (status IN ('failed', 'error') OR flaky)
       ORDER BY ordinal LIMIT $2) c`,
    [[...runIds], perRun],
  );
}
