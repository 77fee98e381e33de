import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { CaseTally } from "@/lib/domain/gates/case-tally";
import type { CaseCounts, GateCaseFact, Outcome } from "@/lib/domain/gates/gate-run";
import type { Tx } from "./transaction";

export interface GateRunRecord {
  id: string;
  clusterId: number;
  releaseId: number;
  gateId: string;
  ranAt: Date;
  receivedAt: Date;
  url: string | null;
  attempt: number;
  artifactId: string;
  uploadId: string;
}

/** Writes the run before its cases are read; `finishGateRun` completes it in the same transaction. */
export async function insertGateRun(tx: Tx, run: GateRunRecord): Promise<void> {
  await tx.query(
    `INSERT INTO gate_run (id, cluster_id, release_id, gate_id, ran_at, received_at, url, attempt, artifact_id, upload_id,
       outcome, passed, failed, error, skipped, flaky, well_formed)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,'inconclusive',0,0,0,0,0,true)`,
    [
      run.id,
      run.clusterId,
      run.releaseId,
      run.gateId,
      run.ranAt,
      run.receivedAt,
      run.url,
      run.attempt,
      run.artifactId,
      run.uploadId,
    ],
  );
}

export async function finishGateRun(
  tx: Tx,
  id: string,
  result: {
    outcome: Outcome;
    counts: CaseCounts;
    durationSeconds: number | null;
    ranAt: Date;
    wellFormed: boolean;
    defects: readonly { line: number; detail: string }[];
    tool: string | null;
  },
): Promise<void> {
  const { counts } = result;
  await tx.query(
    `UPDATE gate_run SET outcome = $2, passed = $3, failed = $4, error = $5, skipped = $6, flaky = $7,
            duration_seconds = $8, well_formed = $9, defects = $10, tool = $11, ran_at = $12 WHERE id = $1`,
    [
      id,
      result.outcome,
      counts.passed,
      counts.failed,
      counts.error,
      counts.skipped,
      counts.flaky,
      result.durationSeconds,
      result.wellFormed,
      JSON.stringify(result.defects),
      result.tool,
      result.ranAt,
    ],
  );
}

const COPY_CASES = `COPY gate_case (run_id, ordinal, suite, name, status, duration_seconds, message) FROM STDIN`;

/** Streams the cases of a run into the table, in order, and tallies them on the way. */
export async function copyGateCases(
  tx: Tx,
  runId: string,
  batches: AsyncIterable<readonly GateCaseFact[]>,
): Promise<CaseTally> {
  const tally = new CaseTally();
  let ordinal = 0;
  async function* lines() {
    for await (const batch of batches) {
      let text = "";
      for (const fact of batch) {
        tally.add(fact);
        text += copyLine(runId, ordinal, fact);
        ordinal += 1;
      }
      yield text;
    }
  }
  await pipeline(Readable.from(lines()), tx.connection.query(copyFrom(COPY_CASES)));
  return tally;
}

/** One line of COPY's text format: https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS */
function copyLine(runId: string, ordinal: number, fact: GateCaseFact): string {
  const message = fact.message === null ? "\\N" : escapeCopy(fact.message);
  return `${runId}\t${ordinal}\t${escapeCopy(fact.suite ?? "")}\t${escapeCopy(fact.name)}\t${fact.status}\t${fact.durationSeconds ?? "\\N"}\t${message}\n`;
}

const COPY_SPECIAL = /[\\\n\r\t]/;
const COPY_ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeCopy(text: string): string {
  return COPY_SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (char) => COPY_ESCAPES[char] ?? char) : text;
}

/**
 * Settles what became of each case: earlier executions are superseded by the last, and a case that passed in the end
 * after it had failed is flaky. Returns the counts of distinct cases.
 */
export async function settleCases(tx: Tx, runId: string, tally: CaseTally): Promise<CaseCounts> {
  // Grouping fifty thousand names costs as much as reading them, so it is done where a name may have come twice.
  if (!tally.mayRepeat) return tally.counts;
  await settleRepeatedCases(tx, runId);
  return countGateCases(tx, runId);
}

async function settleRepeatedCases(tx: Tx, runId: string): Promise<void> {
  await tx.query(
    `WITH repeated AS (
       SELECT suite, name, max(ordinal) AS last, bool_or(status IN ('failed', 'error')) AS failed_once
       FROM gate_case WHERE run_id = $1 GROUP BY suite, name HAVING count(*) > 1)
     UPDATE gate_case c SET superseded = c.ordinal < r.last,
            flaky = (c.ordinal = r.last AND c.status = 'passed' AND r.failed_once)
     FROM repeated r WHERE c.run_id = $1 AND c.suite = r.suite AND c.name = r.name`,
    [runId],
  );
}

async function countGateCases(tx: Tx, runId: string): Promise<CaseCounts> {
  const [counts] = await tx.query<CaseCounts & Record<string, unknown>>(
    `SELECT count(*) FILTER (WHERE NOT superseded AND status = 'passed' AND NOT flaky)::int AS passed,
            count(*) FILTER (WHERE NOT superseded AND status = 'failed')::int AS failed,
            count(*) FILTER (WHERE NOT superseded AND status = 'error')::int AS error,
            count(*) FILTER (WHERE NOT superseded AND status = 'skipped')::int AS skipped,
            count(*) FILTER (WHERE flaky)::int AS flaky
     FROM gate_case WHERE run_id = $1`,
    [runId],
  );
  if (counts === undefined) throw new Error("an aggregate returned no row");
  return counts;
}
