import type { CellState } from "@/lib/domain/regressions/cell-state";
import type { GateCell } from "@/lib/domain/regressions/gate-cell";
import type { Explain, RegressionKind, RegressionState } from "@/lib/domain/regressions/regression";
import type { StoredSignalTest } from "@/lib/domain/regressions/stored-signal-test";
import type { Queryable, Tx } from "./transaction";

/** What the rules said of one subject on one cluster with one release. */
export interface CellRecord {
  clusterId: number;
  kind: RegressionKind;
  subject: string;
  state: CellState;
  /** What was said before that. */
  previousState: CellState | null;
  facts: unknown;
  card: unknown;
  verdict: unknown;
  p: number | null;
  q: number | null;
  dueAt: Date | null;
}

/** A signal's test with what carries its difference, and from when on silence would say something else. RFC 3339. */
export type SignalFactsRow = StoredSignalTest & { explains: readonly Explain[]; silentFrom: string | null };

/** A cell as the tests over the whole board need it again; what it holds was written by this version's rules. */
export type TestedCellRow = {
  clusterId: number;
  subject: string;
  state: CellState;
  /** What was said before that. */
  previousState: CellState | null;
} & ({ kind: "gate"; facts: GateCell } | { kind: "signal"; facts: SignalFactsRow });

/** The facts of all compared cells of a release, of active clusters. */
export async function listTestedCells(sql: Queryable, releaseId: number): Promise<TestedCellRow[]> {
  return sql.query<TestedCellRow & Record<string, unknown>>(
    `SELECT x.cluster_id AS "clusterId", x.kind, x.subject, x.state, x.previous_state AS "previousState", x.facts
     FROM cell x JOIN cluster c ON c.id = x.cluster_id AND c.retired_at IS NULL
     WHERE x.release_id = $1 AND x.kind IN ('gate', 'signal')`,
    [releaseId],
  );
}

/** The cells of one cluster or of one subject, with all that they say. */
export async function listCells(
  sql: Queryable,
  of: { releaseId: number; clusterIds: readonly number[]; kind?: RegressionKind; subject?: string },
): Promise<CellRecord[]> {
  return sql.query<CellRecord & Record<string, unknown>>(
    `SELECT cluster_id AS "clusterId", kind, subject, state, previous_state AS "previousState",
            facts, card, verdict, p, q, due_at AS "dueAt" FROM cell
     WHERE release_id = $1 AND cluster_id = ANY($2::int[]) AND ($3::regression_kind IS NULL OR kind = $3)
       AND ($4::text IS NULL OR subject = $4)`,
    [of.releaseId, [...of.clusterIds], of.kind ?? null, of.subject ?? null],
  );
}

/** Writes the cells that are new or say something else than before. Returns which those are. */
export async function writeCells(
  tx: Tx,
  of: { releaseId: number; at: Date },
  cells: readonly CellRecord[],
): Promise<{ clusterId: number; kind: RegressionKind; subject: string }[]> {
  if (cells.length === 0) return [];
  return tx.query(
    `INSERT INTO cell (release_id, judged_at, cluster_id, kind, subject, state, facts, card, verdict, p, q, due_at,
       previous_state)
     SELECT $1, $2, * FROM unnest($3::int[], $4::regression_kind[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[],
       $9::jsonb[], $10::float8[], $11::float8[], $12::timestamptz[], $13::text[])
     ON CONFLICT (cluster_id, release_id, kind, subject) DO UPDATE SET judged_at = EXCLUDED.judged_at,
       state = EXCLUDED.state, facts = EXCLUDED.facts, card = EXCLUDED.card, verdict = EXCLUDED.verdict,
       p = EXCLUDED.p, q = EXCLUDED.q, due_at = EXCLUDED.due_at, previous_state = EXCLUDED.previous_state
     WHERE (cell.state, cell.facts, cell.card, cell.verdict, cell.due_at) IS DISTINCT FROM
           (EXCLUDED.state, EXCLUDED.facts, EXCLUDED.card, EXCLUDED.verdict, EXCLUDED.due_at)
     RETURNING cluster_id AS "clusterId", kind, subject`,
    [
      of.releaseId,
      of.at,
      cells.map((cell) => cell.clusterId),
      cells.map((cell) => cell.kind),
      cells.map((cell) => cell.subject),
      cells.map((cell) => cell.state),
      cells.map((cell) => JSON.stringify(cell.facts)),
      cells.map((cell) => JSON.stringify(cell.card)),
      cells.map((cell) => JSON.stringify(cell.verdict)),
      cells.map((cell) => cell.p),
      cells.map((cell) => cell.q),
      cells.map((cell) => cell.dueAt),
      cells.map((cell) => cell.previousState),
    ],
  );
}

/** Forgets cells that are not compared any more. */
export async function deleteCells(
  tx: Tx,
  releaseId: number,
  cells: readonly { clusterId: number; kind: RegressionKind; subject: string }[],
): Promise<void> {
  if (cells.length === 0) return;
  await tx.query(
    `DELETE FROM cell x USING unnest($2::int[], $3::regression_kind[], $4::text[]) AS d(cluster_id, kind, subject)
     WHERE x.release_id = $1 AND x.cluster_id = d.cluster_id AND x.kind = d.kind AND x.subject = d.subject`,
    [releaseId, cells.map((cell) => cell.clusterId), cells.map((cell) => cell.kind), cells.map((cell) => cell.subject)],
  );
}

/** What the test of each subject over all clusters came to, as its newest card says. */
export async function listPooled(
  sql: Queryable,
  releaseId: number,
): Promise<{ kind: RegressionKind; subject: string; pooled: unknown }[]> {
  return sql.query(
    `SELECT DISTINCT ON (kind, subject) kind, subject, card->'pooled' AS pooled FROM cell
     WHERE release_id = $1 AND card->'pooled' <> 'null' ORDER BY kind, subject, judged_at DESC, cluster_id`,
    [releaseId],
  );
}

/** A cell that holds its cluster or went silent, with the regression that is kept of it, unless that is over. */
export interface FindingRow
  extends Pick<CellRecord, "clusterId" | "kind" | "subject" | "state" | "verdict" | "card" | "dueAt"> {
  regression: {
    id: string;
    number: number;
    state: RegressionState;
    firstSeenAt: string;
    reason: string | null;
  } | null;
}

/** What readiness is told of these clusters, in one query however many there are. */
export async function listFindings(
  sql: Queryable,
  clusterIds: readonly number[],
  releaseId: number,
): Promise<FindingRow[]> {
  return sql.query<FindingRow & Record<string, unknown>>(
    `SELECT x.cluster_id AS "clusterId", x.kind, x.subject, x.state, x.verdict, x.card, x.due_at AS "dueAt",
       g.regression
     FROM cell x
     LEFT JOIN LATERAL (
       SELECT json_build_object('id', id, 'number', number, 'state', state, 'firstSeenAt', first_seen_at,
                                'reason', reason) AS regression
       FROM regression WHERE cluster_id = x.cluster_id AND release_id = x.release_id AND kind = x.kind
         AND subject = x.subject AND state <> 'resolved'
       ORDER BY (state IN ('open', 'acknowledged')) DESC, number DESC LIMIT 1) g ON true
     WHERE x.cluster_id = ANY($1::int[]) AND x.release_id = $2
       AND (x.verdict->>'severity' IS NOT NULL OR x.verdict->>'dark' = 'true')
     ORDER BY x.cluster_id, x.kind, x.subject`,
    [[...clusterIds], releaseId],
  );
}

/**
 * Marks, in the caller's transaction, every cluster of which age alone may have changed a cell. The mark stands for the
 * instant, which is forgotten; judging sets the next. Returns how many marks.
 */
export async function markDueCells(tx: Tx, now: Date): Promise<number> {
  const rows = await tx.query(
    `WITH due AS (UPDATE cell SET due_at = NULL WHERE due_at <= $1 RETURNING kind, cluster_id, release_id)
     INSERT INTO outbox (kind, cluster_id, release_id)
     SELECT DISTINCT 'cells.judge.' || d.kind, d.cluster_id, d.release_id FROM due d
     JOIN cluster c ON c.id = d.cluster_id AND c.retired_at IS NULL WHERE d.kind IN ('gate', 'signal')
     RETURNING id`,
    [now],
  );
  return rows.length;
}
