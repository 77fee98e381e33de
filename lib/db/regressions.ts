import type { Tier } from "@/lib/domain/clusters/cluster";
import type { Area } from "@/lib/domain/readiness/area";
import type { CellState } from "@/lib/domain/regressions/cell-state";
import type {
  CloseReason,
  RegressionCause,
  RegressionKind,
  RegressionState,
} from "@/lib/domain/regressions/regression";
import type { Queryable, Tx } from "./transaction";

/** A regression as lists show it, with the names of what it belongs to. */
export interface RegressionRow {
  id: string;
  number: number;
  clusterId: number;
  cluster: string;
  tier: Tier;
  releaseId: number;
  release: string;
  baseline: string;
  kind: RegressionKind;
  subject: string;
  area: Area;
  state: RegressionState;
  cellState: CellState;
  direction: "up" | "down";
  severity: "blocks" | "risk";
  baselineValue: number | null;
  candidateValue: number | null;
  effect: number | null;
  pValue: number | null;
  qValue: number | null;
  sentence: string;
  explains: unknown;
  firstSeenAt: Date;
  lastSeenAt: Date;
  /** Who acknowledged it last, while that holds. */
  owner: string | null;
  cause: RegressionCause | null;
  issueUrl: string | null;
  reason: string | null;
  expiresAt: Date | null;
  fixClaimedAt: Date | null;
  closedAt: Date | null;
  closeReason: CloseReason | null;
  version: number;
  /** Somebody decided to live with it, and it is no worse than that. */
  waived: boolean;
}

/** With what only its own page, or judging it again, needs. */
export interface WholeRegressionRow extends RegressionRow {
  card: unknown;
  level: unknown;
  dismissedLevel: unknown;
}

export interface RegressionFilter {
  releaseId: number;
  clusterId?: number | undefined;
  area?: Area | undefined;
  state?: RegressionState | undefined;
  kind?: RegressionKind | undefined;
  subject?: string | undefined;
}

const COLUMNS = `
  g.id, g.number, g.cluster_id AS "clusterId", c.name AS cluster, c.tier, g.release_id AS "releaseId",
  r.version AS release, g.baseline, g.kind, g.subject, g.area, g.state, g.cell_state AS "cellState", g.direction,
  g.severity, g.baseline_value AS "baselineValue", g.candidate_value AS "candidateValue", g.effect,
  g.p_value AS "pValue", g.q_value AS "qValue", g.sentence, g.explains, g.first_seen_at AS "firstSeenAt",
  g.last_seen_at AS "lastSeenAt", g.cause, g.issue_url AS "issueUrl", g.reason, g.expires_at AS "expiresAt",
  g.fix_claimed_at AS "fixClaimedAt", g.closed_at AS "closedAt", g.close_reason AS "closeReason", g.version,
  CASE WHEN g.state = 'acknowledged' THEN (SELECT e.actor_name FROM regression_event e
    WHERE e.regression_id = g.id AND e.kind = 'acknowledged' ORDER BY e.id DESC LIMIT 1) END AS owner,
  coalesce(x.state = 'WAIVED', false) AS waived`;
const FROM = `FROM regression g JOIN cluster c ON c.id = g.cluster_id JOIN release r ON r.id = g.release_id
  LEFT JOIN cell x ON x.cluster_id = g.cluster_id AND x.release_id = g.release_id AND x.kind = g.kind
    AND x.subject = g.subject`;
const WHOLE = `${COLUMNS}, g.card, g.level, g.dismissed_at_level AS "dismissedLevel"`;

/** What is looked after first: alive before ended, then what blocks. */
const RANK = `(array_position(ARRAY['open','acknowledged','dismissed','resolved'], g.state::text) * 2
  + CASE g.severity WHEN 'blocks' THEN 0 ELSE 1 END)`;

const MATCHES = `g.release_id = $1 AND c.retired_at IS NULL AND ($2::int IS NULL OR g.cluster_id = $2)
  AND ($3::area IS NULL OR g.area = $3) AND ($4::regression_kind IS NULL OR g.kind = $4)
  AND ($5::text IS NULL OR g.subject = $5)`;

function matchValues(filter: RegressionFilter): unknown[] {
  const { releaseId, clusterId, area, kind, subject } = filter;
  return [releaseId, clusterId ?? null, area ?? null, kind ?? null, subject ?? null];
}

/** Worst and then newest first, after the regression of the given id; of active clusters. */
export async function listRegressions(
  sql: Queryable,
  filter: RegressionFilter,
  after: string | null,
  limit: number | null,
): Promise<RegressionRow[]> {
  return sql.query<RegressionRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${MATCHES} AND ($6::regression_state IS NULL OR g.state = $6)
       AND ($7::uuid IS NULL OR (${RANK}, -extract(epoch FROM g.first_seen_at), g.id) >
            (SELECT ${RANK}, -extract(epoch FROM g.first_seen_at), g.id FROM regression g WHERE g.id = $7))
     ORDER BY ${RANK}, -extract(epoch FROM g.first_seen_at), g.id LIMIT $8`,
    [...matchValues(filter), filter.state ?? null, after, limit],
  );
}

/** How many of each state there are, whatever state is asked for. */
export async function countRegressions(
  sql: Queryable,
  filter: RegressionFilter,
): Promise<Record<RegressionState, number>> {
  const rows = await sql.query<{ state: RegressionState; count: number }>(
    `SELECT g.state, count(*)::int AS count ${FROM} WHERE ${MATCHES} GROUP BY g.state`,
    matchValues(filter),
  );
  const counts = { open: 0, acknowledged: 0, resolved: 0, dismissed: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

export async function findRegression(sql: Queryable, id: string): Promise<WholeRegressionRow | null> {
  const rows = await sql.query<WholeRegressionRow & Record<string, unknown>>(
    `SELECT ${WHOLE} ${FROM} WHERE g.id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The regression of each subject on each cluster that lives, or the last that did. */
export async function listNewestRegressions(sql: Queryable, releaseId: number): Promise<WholeRegressionRow[]> {
  return sql.query<WholeRegressionRow & Record<string, unknown>>(
    `SELECT DISTINCT ON (g.cluster_id, g.kind, g.subject) ${WHOLE} ${FROM}
     WHERE g.release_id = $1 AND c.retired_at IS NULL
     ORDER BY g.cluster_id, g.kind, g.subject, (g.state IN ('open', 'acknowledged')) DESC, g.number DESC`,
    [releaseId],
  );
}

/** How many regressions of each of these clusters live. */
export async function countAlive(
  sql: Queryable,
  clusterIds: readonly number[],
  releaseId: number,
): Promise<Map<number, number>> {
  const rows = await sql.query<{ cluster_id: number; count: number }>(
    `SELECT cluster_id, count(*)::int AS count FROM regression
     WHERE cluster_id = ANY($1::int[]) AND release_id = $2 AND state IN ('open', 'acknowledged') GROUP BY cluster_id`,
    [[...clusterIds], releaseId],
  );
  return new Map(rows.map((row) => [row.cluster_id, row.count]));
}

/** What a judgement or a person sets; columns that are left out stay. */
export type RegressionChange = Partial<
  Omit<
    WholeRegressionRow,
    "id" | "number" | "clusterId" | "cluster" | "tier" | "releaseId" | "release" | "owner" | "version" | "waived"
  >
>;

export type NewRegression = Omit<
  WholeRegressionRow,
  "number" | "cluster" | "tier" | "release" | "owner" | "version" | "waived"
>;

const COLUMN_OF: Record<keyof RegressionChange, string> = {
  baseline: "baseline",
  kind: "kind",
  subject: "subject",
  area: "area",
  state: "state",
  cellState: "cell_state",
  direction: "direction",
  severity: "severity",
  baselineValue: "baseline_value",
  candidateValue: "candidate_value",
  effect: "effect",
  pValue: "p_value",
  qValue: "q_value",
  sentence: "sentence",
  explains: "explains",
  firstSeenAt: "first_seen_at",
  lastSeenAt: "last_seen_at",
  cause: "cause",
  issueUrl: "issue_url",
  reason: "reason",
  expiresAt: "expires_at",
  fixClaimedAt: "fix_claimed_at",
  closedAt: "closed_at",
  closeReason: "close_reason",
  card: "card",
  level: "level",
  dismissedLevel: "dismissed_at_level",
};
const JSON_COLUMNS: ReadonlySet<string> = new Set(["explains", "card", "level", "dismissedLevel"]);

function stored(name: string, value: unknown): unknown {
  return JSON_COLUMNS.has(name) && value !== null ? JSON.stringify(value) : value;
}

/** Opens a regression and returns its number; null where one of the subject already lives there. */
export async function insertRegression(tx: Tx, regression: NewRegression): Promise<number | null> {
  const { id, clusterId, releaseId, ...change } = regression;
  const { columns, values } = columnsOf(change);
  const holes = values.map((_value, index) => `$${index + 4}`);
  const rows = await tx.query<{ number: number }>(
    `INSERT INTO regression (id, cluster_id, release_id, ${columns.join(", ")}) VALUES ($1, $2, $3, ${holes.join(", ")})
     ON CONFLICT (cluster_id, release_id, kind, subject) WHERE state IN ('open', 'acknowledged') DO NOTHING
     RETURNING number`,
    [id, clusterId, releaseId, ...values],
  );
  return rows[0]?.number ?? null;
}

/** Changes a regression that still is in the version the caller saw; false when it is not. */
export async function updateRegression(
  tx: Tx,
  at: { id: string; version: number },
  change: RegressionChange,
): Promise<boolean> {
  const { columns, values } = columnsOf(change);
  const sets = columns.map((column, index) => `${column} = $${index + 3}`);
  const rows = await tx.query(
    `UPDATE regression SET ${[...sets, "version = version + 1"].join(", ")} WHERE id = $1 AND version = $2 RETURNING id`,
    [at.id, at.version, ...values],
  );
  return rows.length === 1;
}

/** Writes newer figures of a regression that is otherwise as it was: nothing that a person decides by changes. */
export async function refreshRegression(tx: Tx, id: string, change: RegressionChange): Promise<void> {
  const { columns, values } = columnsOf(change);
  const sets = columns.map((column, index) => `${column} = $${index + 2}`);
  await tx.query(`UPDATE regression SET ${sets.join(", ")} WHERE id = $1`, [id, ...values]);
}

function columnsOf(change: RegressionChange): { columns: string[]; values: unknown[] } {
  const given = Object.entries(COLUMN_OF).flatMap(([name, column]) => {
    const value = Object.entries(change).find(([key]) => key === name)?.[1];
    return value === undefined ? [] : [{ column, value: stored(name, value) }];
  });
  return { columns: given.map(({ column }) => column), values: given.map(({ value }) => value) };
}
