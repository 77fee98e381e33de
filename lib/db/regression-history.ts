import type { Actor } from "@/lib/domain/auth/actor";
import type { CloseReason, RegressionKind, RegressionState } from "@/lib/domain/regressions/regression";
import type { Queryable, Tx } from "./transaction";

export interface RegressionEventRecord {
  regressionId: string;
  at: Date;
  kind: string;
  actor: Pick<Actor, "kind" | "id" | "name">;
  summary: string;
  data?: Record<string, unknown>;
}

/** Appends to the lives of regressions. */
export async function insertRegressionEvents(tx: Tx, events: readonly RegressionEventRecord[]): Promise<void> {
  if (events.length === 0) return;
  await tx.query(
    `INSERT INTO regression_event (regression_id, at, kind, actor_kind, actor_id, actor_name, summary, data)
     SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::jsonb[])`,
    [
      events.map((event) => event.regressionId),
      events.map((event) => event.at),
      events.map((event) => event.kind),
      events.map((event) => event.actor.kind),
      events.map((event) => event.actor.id),
      events.map((event) => event.actor.name),
      events.map((event) => event.summary),
      events.map((event) => JSON.stringify(event.data ?? {})),
    ],
  );
}

export interface RegressionEventRow {
  at: Date;
  kind: string;
  actorKind: string;
  actorName: string;
  summary: string;
}

/** The life of a regression, oldest first. */
export async function listRegressionEvents(sql: Queryable, regressionId: string): Promise<RegressionEventRow[]> {
  return sql.query<RegressionEventRow & Record<string, unknown>>(
    `SELECT at, kind, actor_kind AS "actorKind", actor_name AS "actorName", summary FROM regression_event
     WHERE regression_id = $1 ORDER BY id`,
    [regressionId],
  );
}

/** Remembers failing runs for ever; one that is known stays as it is. */
export async function insertRegressionRuns(
  tx: Tx,
  pairs: readonly { regressionId: string; runId: string }[],
): Promise<void> {
  if (pairs.length === 0) return;
  await tx.query(
    `INSERT INTO regression_run (regression_id, gate_run_id) SELECT * FROM unnest($1::uuid[], $2::uuid[])
     ON CONFLICT DO NOTHING`,
    [pairs.map((pair) => pair.regressionId), pairs.map((pair) => pair.runId)],
  );
}

/** Every failing run the regression was ever made of, newest first. */
export async function listRegressionRuns(
  sql: Queryable,
  regressionId: string,
): Promise<{ id: string; gate: string; at: Date }[]> {
  return sql.query(
    `SELECT g.id, g.gate_id AS gate, g.ran_at AS at FROM regression_run x JOIN gate_run g ON g.id = x.gate_run_id
     WHERE x.regression_id = $1 ORDER BY g.ran_at DESC, g.id DESC`,
    [regressionId],
  );
}

/** What of a regression tells whether another resembles it. */
export interface ResemblanceRow {
  id: string;
  number: number;
  cluster: string;
  release: string;
  kind: RegressionKind;
  subject: string;
  state: RegressionState;
  explains: unknown;
  /** The rounds in which its runs failed: the runs' addresses, else cluster and hour. */
  rounds: string[];
}

/** The regression itself, and others that share its release or its subject; the newest. */
export async function listResemblances(sql: Queryable, id: string, limit: number): Promise<ResemblanceRow[]> {
  return sql.query<ResemblanceRow & Record<string, unknown>>(
    `WITH near AS (
       SELECT g.* FROM regression g JOIN regression o ON o.id = $1
         AND (g.id = o.id OR g.release_id = o.release_id OR (g.kind = o.kind AND g.subject = o.subject))
       ORDER BY (g.id = o.id) DESC, g.number DESC LIMIT $2)
     SELECT n.id, n.number, c.name AS cluster, r.version AS release, n.kind, n.subject, n.state, n.explains,
       ARRAY(SELECT DISTINCT coalesce(gr.url, gr.cluster_id || ' ' || date_trunc('hour', gr.ran_at, 'UTC'))
             FROM regression_run x JOIN gate_run gr ON gr.id = x.gate_run_id
             WHERE x.regression_id = n.id) AS rounds
     FROM near n JOIN cluster c ON c.id = n.cluster_id JOIN release r ON r.id = n.release_id`,
    [id, limit],
  );
}

/** A regression as the calibration counts it. */
export interface PastRow {
  kind: RegressionKind;
  ruleVersion: string;
  state: RegressionState;
  closeReason: CloseReason | null;
  firstSeenAt: Date;
}

/** Every regression there ever was, also of clusters that are retired. */
export async function listPast(sql: Queryable): Promise<PastRow[]> {
  return sql.query<PastRow & Record<string, unknown>>(
    `SELECT kind, card->>'rule' AS "ruleVersion", state, close_reason AS "closeReason", first_seen_at AS "firstSeenAt"
     FROM regression ORDER BY number`,
  );
}
