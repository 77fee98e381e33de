import type { CaseCounts, CaseStatus } from "@/lib/domain/gates/gate-run";
import type { Database } from "./client";
import { literalInLike } from "./like-pattern";
import { queryableOf } from "./transaction";

/** What became of a case in the end. */
export type CaseResult = CaseStatus | "flaky";

export interface FinalCaseFilter {
  result: CaseResult | null;
  /** Part of the name, the suite or the message, in any case of letters. */
  search: string | null;
}

export interface ExecutionRow {
  ordinal: number;
  suite: string;
  name: string;
  status: CaseStatus;
  flaky: boolean;
  superseded: boolean;
  durationSeconds: number | null;
  message: string | null;
}

const RESULT = "CASE WHEN flaky THEN 'flaky' ELSE status::text END";
const WORST_FIRST = `array_position(ARRAY['failed','error','flaky','skipped','passed'], ${RESULT})`;
const COLUMNS = `ordinal, suite, name, status, flaky, superseded, duration_seconds AS "durationSeconds", message`;
/** The last execution of each case of run $1 that holds the text $2. */
const FINAL = `run_id = $1 AND NOT superseded
  AND ($2::text IS NULL OR name ILIKE $2 OR suite ILIKE $2 OR message ILIKE $2)`;

/** The text as a pattern that matches it anywhere and literally. */
function containing(search: string | null): string | null {
  return search === null ? null : `%${literalInLike(search)}%`;
}

/** The last execution of each case, what is worst first and then by name, after the one of the given ordinal. */
export async function listFinalCases(
  db: Database,
  runId: string,
  filter: FinalCaseFilter,
  after: number | null,
  limit: number,
): Promise<ExecutionRow[]> {
  return queryableOf(db).query<ExecutionRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM gate_case
     WHERE ${FINAL} AND ($3::text IS NULL OR ${RESULT} = $3)
       AND ($4::int IS NULL OR (${WORST_FIRST}, suite, name, ordinal) >
            (SELECT ${WORST_FIRST}, suite, name, ordinal FROM gate_case WHERE run_id = $1 AND ordinal = $4))
     ORDER BY ${WORST_FIRST}, suite, name, ordinal LIMIT $5`,
    [runId, containing(filter.search), filter.result, after, limit],
  );
}

/** The executions before the last of the given cases, in the order of the document. */
export async function listEarlierExecutions(
  db: Database,
  runId: string,
  cases: readonly { suite: string; name: string }[],
): Promise<ExecutionRow[]> {
  return queryableOf(db).query<ExecutionRow & Record<string, unknown>>(
    `SELECT ${COLUMNS} FROM gate_case
     WHERE run_id = $1 AND superseded AND (suite, name) IN (SELECT * FROM unnest($2::text[], $3::text[]))
     ORDER BY ordinal`,
    [runId, cases.map((one) => one.suite), cases.map((one) => one.name)],
  );
}

/** How many cases with this text came to what. */
export async function countFinalCases(db: Database, runId: string, search: string | null): Promise<CaseCounts> {
  const rows = await queryableOf(db).query<{ result: CaseResult; cases: number }>(
    `SELECT ${RESULT} AS result, count(*)::int AS cases FROM gate_case WHERE ${FINAL} GROUP BY 1`,
    [runId, containing(search)],
  );
  const counts: CaseCounts = { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 };
  for (const { result, cases } of rows) counts[result] = cases;
  return counts;
}
