import type { Segment, SignalBlock } from "@/lib/domain/signals/signal-block";
import { ensureSegments, segmentKey } from "./signal-segments";
import type { Tx } from "./transaction";

/** Whose blocks are written, and what they were made of. */
export interface BlockOrigin {
  clusterId: number;
  releaseId: number;
  way: "pull" | "push" | "scrape";
  uploadId: string | null;
  writtenAt: Date;
}

/** A whole hour of one signal, as it was pulled or pushed. */
export interface WholeBlock extends SignalBlock {
  signal: string;
  segments: readonly (Segment & { x: number | null; exposure: number | null })[];
}

/** Makes the partitions that blocks of these hours fall into. */
export async function ensurePartitions(tx: Tx, hours: readonly Date[]): Promise<void> {
  const times = hours.map((hour) => hour.getTime());
  if (times.length === 0) return;
  await tx.query(
    `SELECT ensure_signal_block_partition(week) FROM (
       SELECT DISTINCT date_trunc('week', hour, 'UTC') AS week FROM unnest($1::timestamptz[]) AS hour ORDER BY week) weeks`,
    [[...new Set(times)].map((time) => new Date(time))],
  );
}

/**
 * Writes whole hours. A known hour is replaced, with its segments, where the new one was observed at least as well and
 * says something else. No hour of a signal may come twice. Returns how many were written; the others were known.
 */
export async function replaceBlocks(tx: Tx, origin: BlockOrigin, blocks: readonly WholeBlock[]): Promise<number> {
  if (blocks.length === 0) return 0;
  await ensurePartitions(
    tx,
    blocks.map((block) => block.hour),
  );
  const written = await upsertTotals(tx, origin, blocks);
  const isWritten = new Set(written.map((row) => `${row.signal} ${row.hour.getTime()}`));
  const replaced = blocks.filter((block) => isWritten.has(`${block.signal} ${block.hour.getTime()}`));
  await replaceSegments(tx, origin, replaced);
  return written.length;
}

async function upsertTotals(tx: Tx, origin: BlockOrigin, blocks: readonly WholeBlock[]) {
  return tx.query<{ signal: string; hour: Date }>(
    `INSERT INTO signal_block AS b (cluster_id, release_id, way, upload_id, written_at, segment_id,
       signal, hour, x, exposure, coverage, lost, form)
     SELECT $1, $2, $3, $4, $5, 0, * FROM unnest($6::text[], $7::timestamptz[], $8::float8[], $9::float8[],
       $10::float8[], $11::float8[], $12::text[]) AS n(signal, hour) ORDER BY n.signal, n.hour
     ON CONFLICT (cluster_id, release_id, signal, segment_id, hour) DO UPDATE SET x = EXCLUDED.x,
       exposure = EXCLUDED.exposure, coverage = EXCLUDED.coverage, lost = EXCLUDED.lost, form = EXCLUDED.form,
       way = EXCLUDED.way, upload_id = EXCLUDED.upload_id, written_at = EXCLUDED.written_at
     WHERE EXCLUDED.coverage >= b.coverage AND (b.x, b.exposure, b.coverage, b.lost, b.form) IS DISTINCT FROM
           (EXCLUDED.x, EXCLUDED.exposure, EXCLUDED.coverage, EXCLUDED.lost, EXCLUDED.form)
     RETURNING signal, hour`,
    [
      ...originColumns(origin),
      blocks.map((block) => block.signal),
      blocks.map((block) => block.hour),
      blocks.map((block) => block.x),
      blocks.map((block) => block.exposure),
      blocks.map((block) => block.coverage),
      blocks.map((block) => block.lost),
      blocks.map((block) => block.form),
    ],
  );
}

function originColumns({ clusterId, releaseId, way, uploadId, writtenAt }: BlockOrigin) {
  return [clusterId, releaseId, way, uploadId, writtenAt];
}

async function replaceSegments(tx: Tx, origin: BlockOrigin, blocks: readonly WholeBlock[]): Promise<void> {
  await tx.query(
    `DELETE FROM signal_block b USING unnest($3::text[], $4::timestamptz[]) AS n(signal, hour)
     WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.segment_id <> 0 AND b.signal = n.signal AND b.hour = n.hour`,
    [origin.clusterId, origin.releaseId, blocks.map((block) => block.signal), blocks.map((block) => block.hour)],
  );
  const parts = blocks.flatMap((block) => block.segments.map((segment) => ({ block, segment })));
  const ids = await ensureSegments(
    tx,
    parts.map((part) => part.segment),
  );
  if (parts.length === 0) return;
  await tx.query(
    `INSERT INTO signal_block (cluster_id, release_id, way, upload_id, written_at, segment_id,
       signal, hour, x, exposure, coverage)
     SELECT $1, $2, $3, $4, $5, * FROM unnest($6::int[], $7::text[], $8::timestamptz[], $9::float8[], $10::float8[],
       $11::float8[])`,
    [
      ...originColumns(origin),
      parts.map((part) => ids.get(segmentKey(part.segment)) ?? null),
      parts.map((part) => part.block.signal),
      parts.map((part) => part.block.hour),
      parts.map((part) => part.segment.x),
      parts.map((part) => part.segment.exposure),
      parts.map((part) => part.block.coverage),
    ],
  );
}
