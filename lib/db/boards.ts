import type { Database } from "./client";
import { type Queryable, queryableOf, type Tx } from "./transaction";

/** What the tests over one candidate's whole board came to. */
export interface BoardRow {
  releaseId: number;
  baseline: string | null;
  judgedAt: Date;
  ruleVersion: string;
  summary: unknown;
}

/** Namespaces the lock, so that a release's id is not taken for a cluster's; 'cell' in ASCII. */
const LOCK_CLASS = 0x63656c6c;

/** Waits until no other transaction compares this release. */
export async function lockBoard(tx: Tx, releaseId: number): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1::int, $2::int)", [LOCK_CLASS, releaseId]);
}

export async function findBoard(sql: Queryable, releaseId: number): Promise<BoardRow | null> {
  const rows = await sql.query<BoardRow & Record<string, unknown>>(
    `SELECT release_id AS "releaseId", baseline, judged_at AS "judgedAt", rule_version AS "ruleVersion", summary
     FROM board WHERE release_id = $1`,
    [releaseId],
  );
  return rows[0] ?? null;
}

/** Writes what is new of the board; false when it says the same already. */
export async function putBoard(tx: Tx, board: BoardRow): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO board (release_id, baseline, judged_at, rule_version, summary) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (release_id) DO UPDATE SET baseline = EXCLUDED.baseline, judged_at = EXCLUDED.judged_at,
       rule_version = EXCLUDED.rule_version, summary = EXCLUDED.summary
     WHERE (board.baseline, board.rule_version, board.summary) IS DISTINCT FROM
           (EXCLUDED.baseline, EXCLUDED.rule_version, EXCLUDED.summary)
     RETURNING release_id`,
    [board.releaseId, board.baseline, board.judgedAt, board.ruleVersion, JSON.stringify(board.summary)],
  );
  return rows.length === 1;
}

/** The cells of active clusters by what the rules say of them. */
export async function countCells(db: Database, releaseId: number): Promise<Map<string, number>> {
  const rows = await queryableOf(db).query<{ state: string; count: number }>(
    `SELECT x.state, count(*)::int AS count FROM cell x JOIN cluster c ON c.id = x.cluster_id AND c.retired_at IS NULL
     WHERE x.release_id = $1 GROUP BY x.state`,
    [releaseId],
  );
  return new Map(rows.map((row) => [row.state, row.count]));
}
