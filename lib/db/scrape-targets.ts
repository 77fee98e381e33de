import type { Endpoint } from "@/lib/domain/signals/extract-endpoint";
import type { Tx } from "./transaction";

/** An endpoint of a target of a cluster: Hubble's on the node n1. */
export interface TargetName {
  clusterId: number;
  instance: string;
  endpoint: Endpoint;
}

/** What is kept of the last scrape of a target. */
export interface TargetRow {
  releaseId: number;
  at: Date;
  series: unknown;
}

/**
 * Locks the target until the transaction ends, so that two scrapes of it are one after the other, also the first two.
 * Null: it was never scraped before.
 */
export async function lockTarget(tx: Tx, target: TargetName, of: { releaseId: number; at: Date }) {
  const [row] = await tx.query<TargetRow & { created: boolean }>(
    `INSERT INTO scrape_target AS t (cluster_id, instance, endpoint, release_id, at, series, shape)
     VALUES ($1, $2, $3, $4, $5, '{}', '{}')
     ON CONFLICT (cluster_id, instance, endpoint) DO UPDATE SET instance = t.instance
     RETURNING release_id AS "releaseId", at, series, (xmax = 0) AS created`,
    [target.clusterId, target.instance, target.endpoint, of.releaseId, of.at],
  );
  return row === undefined || row.created ? null : row;
}

export async function saveTarget(
  tx: Tx,
  target: TargetName,
  row: TargetRow & { shape: Readonly<Record<string, number>> },
): Promise<void> {
  await tx.query(
    `UPDATE scrape_target SET release_id = $4, at = $5, series = $6, shape = $7
     WHERE cluster_id = $1 AND instance = $2 AND endpoint = $3`,
    [
      target.clusterId,
      target.instance,
      target.endpoint,
      row.releaseId,
      row.at,
      JSON.stringify(row.series),
      JSON.stringify(row.shape),
    ],
  );
}

/** Adds to the time that the target was observed in these hours; none of them may come twice. */
export async function addObservedTime(
  tx: Tx,
  target: TargetName & { releaseId: number },
  parts: readonly { hour: Date; seconds: number }[],
): Promise<void> {
  await tx.query(
    `INSERT INTO scrape_hour AS s (cluster_id, release_id, endpoint, instance, hour, covered_seconds)
     SELECT $1, $2, $3, $4, * FROM unnest($5::timestamptz[], $6::float8[])
     ON CONFLICT (cluster_id, release_id, hour, endpoint, instance)
     DO UPDATE SET covered_seconds = s.covered_seconds + EXCLUDED.covered_seconds`,
    [
      target.clusterId,
      target.releaseId,
      target.endpoint,
      target.instance,
      parts.map((part) => part.hour),
      parts.map((part) => part.seconds),
    ],
  );
}

/** How long the targets of each endpoint were observed in these hours. */
export async function listObservedTime(
  tx: Tx,
  pair: { clusterId: number; releaseId: number },
  hours: readonly Date[],
): Promise<{ hour: Date; endpoint: string; seconds: number; targets: number }[]> {
  return tx.query(
    `SELECT hour, endpoint, sum(covered_seconds) AS seconds, count(*)::int AS targets FROM scrape_hour
     WHERE cluster_id = $1 AND release_id = $2 AND hour = ANY($3::timestamptz[]) GROUP BY hour, endpoint`,
    [pair.clusterId, pair.releaseId, [...hours]],
  );
}
