import type { BlockChange, BlockJoin } from "@/lib/domain/signals/hour-blocks";
import type { BlockOrigin } from "./signal-blocks";
import { ensureSegments, segmentKey, WHOLE_CLUSTER } from "./signal-segments";
import type { Tx } from "./transaction";

/** How a value joins what the block has, as SQL over the block `b` and the new row. Greatest and least skip nulls. */
const JOIN_BLOCK: Record<BlockJoin, string> = {
  add: "CASE WHEN EXCLUDED.x IS NULL THEN b.x ELSE coalesce(b.x, 0) + EXCLUDED.x END",
  max: "greatest(b.x, EXCLUDED.x)",
  min: "least(b.x, EXCLUDED.x)",
};
const JOIN_ROWS: Record<BlockJoin, string> = { add: "sum", max: "max", min: "min" };

/**
 * Lets scrapes of one cluster write their blocks one after the other: what is settled for an hour is made of all of them.
 */
export async function lockScrapedBlocks(tx: Tx, pair: { clusterId: number; releaseId: number }): Promise<void> {
  await tx.query(
    "SELECT pg_advisory_xact_lock(hashtextextended('signal_block of scrapes', 0) # ($1::bigint << 32 | $2))",
    [pair.clusterId, pair.releaseId],
  );
}

/**
 * Adds what a scrape says to the blocks of its hours, in one statement, so that scrapes of several targets at once lose
 * nothing. An hour that was pulled or pushed whole stays as it is.
 */
export async function joinBlocks(
  tx: Tx,
  origin: BlockOrigin,
  join: BlockJoin,
  changes: readonly (BlockChange & { coverage: number })[],
): Promise<void> {
  if (changes.length === 0) return;
  const segments = changes.flatMap((change) => change.segment ?? []);
  const ids = await ensureSegments(tx, segments);
  await tx.query(
    `INSERT INTO signal_block AS b (cluster_id, release_id, way, upload_id, written_at,
       signal, segment_id, hour, x, exposure, coverage, form)
     SELECT $1, $2, $3, $4, $5, n.signal, n.segment_id, n.hour, ${JOIN_ROWS[join]}(n.x), sum(n.exposure),
            max(n.coverage), max(n.form)
     FROM unnest($6::text[], $7::int[], $8::timestamptz[], $9::float8[], $10::float8[], $11::float8[], $12::text[])
       AS n(signal, segment_id, hour, x, exposure, coverage, form)
     GROUP BY n.signal, n.segment_id, n.hour ORDER BY n.signal, n.segment_id, n.hour
     ON CONFLICT (cluster_id, release_id, signal, segment_id, hour) DO UPDATE SET x = ${JOIN_BLOCK[join]},
       exposure = CASE WHEN EXCLUDED.exposure IS NULL THEN b.exposure
                       ELSE coalesce(b.exposure, 0) + EXCLUDED.exposure END,
       coverage = EXCLUDED.coverage, form = coalesce(b.form, EXCLUDED.form), upload_id = EXCLUDED.upload_id, written_at = EXCLUDED.written_at
     WHERE b.way = 'scrape'`,
    [
      ...[origin.clusterId, origin.releaseId, origin.way, origin.uploadId, origin.writtenAt],
      changes.map((change) => change.signal),
      changes.map(({ segment }) => (segment === null ? WHOLE_CLUSTER : (ids.get(segmentKey(segment)) ?? null))),
      changes.map((change) => change.hour),
      changes.map((change) => change.x),
      changes.map((change) => change.exposure),
      changes.map((change) => change.coverage),
      changes.map((change) => change.form),
    ],
  );
}

/** A cell of the hours that are settled: a whole, or a bucket of a histogram. */
export interface ScrapedRow {
  signal: string;
  hour: Date;
  /** The bound of a bucket; null: the whole. */
  le: string | null;
  x: number | null;
  exposure: number | null;
}

/** The wholes and the buckets of the scraped blocks of these hours. Call it under `lockScrapedBlocks`. */
export async function listScrapedRows(
  tx: Tx,
  pair: { clusterId: number; releaseId: number },
  hours: readonly Date[],
): Promise<ScrapedRow[]> {
  return tx.query<ScrapedRow & Record<string, unknown>>(
    `SELECT b.signal, b.hour, CASE WHEN s.label = 'le' THEN s.value END AS le, b.x, b.exposure
     FROM signal_block b JOIN signal_segment s ON s.id = b.segment_id
     WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.hour = ANY($3::timestamptz[]) AND b.way = 'scrape'
       AND (b.segment_id = 0 OR s.label = 'le')`,
    [pair.clusterId, pair.releaseId, [...hours]],
  );
}

/** Writes what follows for the whole from all targets of the hour; `x` undefined: it stays. */
export async function settleBlocks(
  tx: Tx,
  pair: { clusterId: number; releaseId: number },
  rows: readonly { signal: string; hour: Date; coverage: number; lost: number | null; x?: number | null }[],
): Promise<void> {
  await tx.query(
    `UPDATE signal_block b SET coverage = n.coverage, lost = n.lost, x = CASE WHEN n.sets_x THEN n.x ELSE b.x END
     FROM unnest($3::text[], $4::timestamptz[], $5::float8[], $6::float8[], $7::bool[], $8::float8[])
       AS n(signal, hour, coverage, lost, sets_x, x)
     WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.segment_id = 0 AND b.way = 'scrape'
       AND b.signal = n.signal AND b.hour = n.hour`,
    [
      pair.clusterId,
      pair.releaseId,
      rows.map((row) => row.signal),
      rows.map((row) => row.hour),
      rows.map((row) => row.coverage),
      rows.map((row) => row.lost),
      rows.map((row) => row.x !== undefined),
      rows.map((row) => row.x ?? null),
    ],
  );
}
