import type { Database } from "@/lib/db/client";
import { markCells, markReadiness } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import { inTransaction } from "@/lib/db/transaction";

const HOUR_MS = 3_600_000;

/** Runs of a gate as if they had been sent one after the other, an hour apart unless told otherwise. */
export interface RunsToWrite {
  cluster: string;
  release: string;
  gate: string;
  /** Oldest first: P passed, F failed, K passed after a failed first try, E set-up failed. */
  results: string;
  /** When the last of them ran. */
  until: Date;
  everyHours?: number;
  /** The message of the failed case of every failed run. */
  message?: string;
}

/** Writes runs without their documents, with the marks that sending them would have left. */
export async function writeGateRuns(db: Database, runs: RunsToWrite): Promise<void> {
  const { cluster, gate, results, until, everyHours = 1, message = "curl: (28) timed out" } = runs;
  const last = results.length - 1;
  const times = [...results].map((_result, index) => new Date(until.getTime() - (last - index) * everyHours * HOUR_MS));
  await inTransaction(db, async (tx) => {
    const release = await ensureRelease(tx, runs.release);
    const [row] = await tx.query<{ id: number }>("SELECT id FROM cluster WHERE name = $1", [cluster]);
    if (row === undefined) throw new Error(`no cluster ${cluster}`);
    await tx.query(
      `WITH run AS (
         SELECT gen_random_uuid() AS id, gen_random_uuid() AS artifact_id, gen_random_uuid() AS upload_id, at, result
         FROM unnest($4::timestamptz[], $5::text[]) AS r(at, result)),
       artifacts AS (
         INSERT INTO artifact (id, sha256, size_bytes, stored_bytes, content_type)
         SELECT artifact_id, md5(artifact_id::text), 0, 0, 'application/xml' FROM run),
       uploads AS (
         INSERT INTO upload (id, kind, state, actor_kind, actor_id, actor_name, request_id, received_at)
         SELECT upload_id, 'gate-run', 'accepted', 'system', 'test', 'test', 'test', at FROM run),
       runs AS (
         INSERT INTO gate_run (id, cluster_id, release_id, gate_id, ran_at, received_at, outcome, passed, failed, error,
           skipped, flaky, well_formed, artifact_id, upload_id)
         SELECT id, $1, $2, $3, at, at,
           CASE result WHEN 'F' THEN 'failed' WHEN 'E' THEN 'error' ELSE 'passed' END::outcome,
           CASE result WHEN 'P' THEN 1 ELSE 0 END, CASE result WHEN 'F' THEN 1 ELSE 0 END, 0, 0,
           CASE result WHEN 'K' THEN 1 ELSE 0 END, true, artifact_id, upload_id FROM run)
       INSERT INTO gate_case (run_id, ordinal, suite, name, status, message)
       SELECT id, 0, 'connectivity', 'pod-to-pod', 'failed', $6 FROM run WHERE result = 'F'`,
      [row.id, release.id, gate, times, [...results], message],
    );
    const mark = { clusterId: row.id, releaseId: release.id };
    await markReadiness(tx, [mark]);
    await markCells(tx, [mark], "gate");
  });
}

/** So many passes with failures spread evenly among them. */
export function spread(n: number, failures: number, letter = "F"): string {
  return Array.from({ length: n }, (_, index) =>
    Math.floor(((index + 1) * failures) / n) > Math.floor((index * failures) / n) ? letter : "P",
  ).join("");
}
