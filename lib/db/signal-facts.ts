import type { SegmentHours, SegmentSum } from "@/lib/domain/signals/series-segments";
import type { SignalBlock } from "@/lib/domain/signals/signal-block";
import type { Queryable } from "./transaction";

export interface BlockRow extends SignalBlock {
  clusterId: number;
  releaseId: number;
  signal: string;
}

/** Hours from `from` on, up to and without `to`. */
export interface HourSpan {
  from: Date;
  to: Date;
}

/** A difference of two counters may lie below zero between two scrapes; no signal does. Unknown stays unknown. */
const X = "CASE WHEN b.x < 0 THEN 0 ELSE b.x END";

/** The whole of every signal of these clusters with these releases, oldest first. */
export async function listBlocks(
  sql: Queryable,
  of: { clusterIds: readonly number[]; releaseIds: readonly number[]; signals?: readonly string[] } & HourSpan,
): Promise<BlockRow[]> {
  return sql.query<BlockRow & Record<string, unknown>>(
    `SELECT b.cluster_id AS "clusterId", b.release_id AS "releaseId", b.signal, b.hour, ${X} AS x, b.exposure, b.coverage,
            b.lost, b.form
     FROM signal_block b
     WHERE b.cluster_id = ANY($1::int[]) AND b.release_id = ANY($2::int[]) AND b.segment_id = 0
       AND b.hour >= $3 AND b.hour < $4 AND ($5::text[] IS NULL OR b.signal = ANY($5)) ORDER BY b.hour`,
    [[...of.clusterIds], [...of.releaseIds], of.from, of.to, of.signals ? [...of.signals] : null],
  );
}

/** The first hour that a cluster had a release, of those since then; null: it never had. */
export async function findFirstHour(
  sql: Queryable,
  of: { clusterId: number; releaseId: number; since: Date },
): Promise<Date | null> {
  const [row] = await sql.query<{ hour: Date | null }>(
    `SELECT min(hour) AS hour FROM signal_block
     WHERE cluster_id = $1 AND release_id = $2 AND segment_id = 0 AND hour >= $3`,
    [of.clusterId, of.releaseId, of.since],
  );
  return row?.hour ?? null;
}

type OfSignal<Part> = Part & { signal: string };

interface SegmentsOf extends HourSpan {
  clusterId: number;
  releaseId: number;
  signals: readonly string[];
}

/** The hours of every segment of these signals with a release, or of one label. Buckets of histograms are none. */
export async function listSegmentHours(
  sql: Queryable,
  of: SegmentsOf & { label?: string },
): Promise<OfSignal<SegmentHours>[]> {
  return sql.query<OfSignal<SegmentHours> & Record<string, unknown>>(
    `SELECT b.signal, s.label, s.value, array_agg(extract(epoch FROM b.hour)::float8) AS hours,
            array_agg(${X}) AS x, array_agg(b.exposure) AS exposure
     FROM signal_block b JOIN signal_segment s ON s.id = b.segment_id AND s.label <> 'le'
     WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.signal = ANY($3) AND b.segment_id <> 0
       AND b.hour >= $4 AND b.hour < $5 AND ($6::text IS NULL OR s.label = $6)
     GROUP BY b.signal, s.label, s.value`,
    [of.clusterId, of.releaseId, [...of.signals], of.from, of.to, of.label ?? null],
  );
}

/** As `listSegmentHours`, but summed over the hours of which the whole was observed that well. */
export async function listSegmentSums(
  sql: Queryable,
  of: SegmentsOf & { leastCoverage: number },
): Promise<OfSignal<SegmentSum>[]> {
  return sql.query<OfSignal<SegmentSum> & Record<string, unknown>>(
    `SELECT p.signal, s.label, s.value, p.x, p.exposure
     FROM (SELECT b.signal, b.segment_id, sum(${X}) AS x, sum(b.exposure) AS exposure
           FROM signal_block b
           JOIN signal_block w ON w.cluster_id = $1 AND w.release_id = $2 AND w.signal = b.signal AND w.segment_id = 0
             AND w.hour = b.hour AND w.hour >= $4 AND w.hour < $5 AND w.coverage >= $6
           WHERE b.cluster_id = $1 AND b.release_id = $2 AND b.signal = ANY($3) AND b.segment_id <> 0
             AND b.hour >= $4 AND b.hour < $5
           GROUP BY b.signal, b.segment_id) p
     JOIN signal_segment s ON s.id = p.segment_id AND s.label <> 'le'`,
    [of.clusterId, of.releaseId, [...of.signals], of.from, of.to, of.leastCoverage],
  );
}

/** The hours of one segment, oldest first; coverage, and exposure where it has none of its own, are those of the whole. */
export async function listBlocksOfSegment(
  sql: Queryable,
  of: { clusterId: number; releaseIds: readonly number[]; signal: string; label: string; value: string } & HourSpan,
): Promise<BlockRow[]> {
  return sql.query<BlockRow & Record<string, unknown>>(
    `SELECT b.cluster_id AS "clusterId", b.release_id AS "releaseId", b.signal, b.hour, ${X} AS x,
            coalesce(b.exposure, w.exposure) AS exposure, coalesce(w.coverage, b.coverage) AS coverage, w.lost, w.form
     FROM signal_block b JOIN signal_segment s ON s.id = b.segment_id AND s.label = $4 AND s.value = $5
     LEFT JOIN signal_block w ON w.cluster_id = b.cluster_id AND w.release_id = b.release_id AND w.signal = b.signal
       AND w.segment_id = 0 AND w.hour = b.hour
     WHERE b.cluster_id = $1 AND b.release_id = ANY($2::int[]) AND b.signal = $3 AND b.hour >= $6 AND b.hour < $7
     ORDER BY b.hour`,
    [of.clusterId, [...of.releaseIds], of.signal, of.label, of.value, of.from, of.to],
  );
}

/**
 * Clusters of the same provider that had the baseline in these hours and the candidate never since: their change is not
 * the candidate's doing. In the order of their ids.
 */
export async function listControls(
  sql: Queryable,
  of: { clusterId: number; candidateId: number; baselineId: number; most: number } & HourSpan,
): Promise<{ id: number; name: string }[]> {
  return sql.query(
    `SELECT c.id, c.name FROM cluster c JOIN cluster own ON own.id = $1 AND own.provider = c.provider
     WHERE c.id <> $1 AND c.retired_at IS NULL
       AND EXISTS (SELECT FROM signal_block b WHERE b.cluster_id = c.id AND b.release_id = $3
                   AND b.segment_id = 0 AND b.hour >= $4 AND b.hour < $5)
       AND NOT EXISTS (SELECT FROM signal_block b WHERE b.cluster_id = c.id AND b.release_id = $2
                       AND b.segment_id = 0 AND b.hour >= $4)
     ORDER BY c.id LIMIT $6`,
    [of.clusterId, of.candidateId, of.baselineId, of.from, of.to, of.most],
  );
}

/** How the newest hours of a cluster came in; null: none did. */
export async function findNewestBlock(
  sql: Queryable,
  of: { clusterId: number; since: Date },
): Promise<{ way: "pull" | "push" | "scrape"; hour: Date } | null> {
  const [row] = await sql.query<{ way: "pull" | "push" | "scrape"; hour: Date }>(
    `SELECT way, hour FROM signal_block WHERE cluster_id = $1 AND segment_id = 0 AND hour >= $2
     ORDER BY hour DESC, written_at DESC LIMIT 1`,
    [of.clusterId, of.since],
  );
  return row ?? null;
}

/** The regressions of a cluster's signals that live, by signal. */
export async function listAliveRegressions(
  sql: Queryable,
  of: { clusterId: number; releaseId: number },
): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; subject: string }>(
    `SELECT id, subject FROM regression WHERE cluster_id = $1 AND release_id = $2 AND kind = 'signal'
       AND state IN ('open', 'acknowledged')`,
    [of.clusterId, of.releaseId],
  );
  return new Map(rows.map((row) => [row.subject, row.id]));
}
