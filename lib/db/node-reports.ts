import type { Tx } from "./transaction";

/** What rules judge, with the sha256 of its canonical text. */
export interface ProfileRecord {
  digest: string;
  facts: unknown;
  kernelRelease: string;
  osImage: string | null;
  machine: string;
}

/** One report of a batch, not written yet. */
export interface NodeReportRecord {
  id: string;
  clusterId: number;
  node: string;
  profileDigest: string;
  collectedAt: Date;
  digest: string;
  line: number | null;
}

/** Keeps profiles that were not seen before; returns the ids of all by digest. */
export async function upsertProfiles(tx: Tx, profiles: readonly ProfileRecord[]): Promise<Map<string, number>> {
  const digests = profiles.map((profile) => profile.digest);
  await tx.query(
    `INSERT INTO node_profile (digest, facts, kernel_release, os_image, machine)
     SELECT * FROM unnest($1::text[], $2::jsonb[], $3::text[], $4::text[], $5::text[]) AS p(digest, f, k, o, m)
     ORDER BY digest ON CONFLICT (digest) DO NOTHING`,
    [
      digests,
      profiles.map((profile) => JSON.stringify(profile.facts)),
      profiles.map((profile) => profile.kernelRelease),
      profiles.map((profile) => profile.osImage),
      profiles.map((profile) => profile.machine),
    ],
  );
  const rows = await tx.query<{ id: number; digest: string }>(
    "SELECT id, digest FROM node_profile WHERE digest = ANY($1::text[])",
    [digests],
  );
  return new Map(rows.map((row) => [row.digest, row.id]));
}

/**
 * Writes a batch of reports and moves each node to its newest one. A report that the node sent before is skipped.
 * Returns the ids of those that were new.
 */
export async function insertNodeReports(
  tx: Tx,
  reports: readonly NodeReportRecord[],
  profileIds: ReadonlyMap<string, number>,
  of: { artifactId: string; uploadId: string; receivedAt: Date },
): Promise<Set<string>> {
  const columns = [
    reports.map((report) => report.id),
    reports.map((report) => report.clusterId),
    reports.map((report) => report.node),
    reports.map((report) => profileIds.get(report.profileDigest)),
    reports.map((report) => report.collectedAt),
    reports.map((report) => report.digest),
    reports.map((report) => report.line),
  ];
  const incoming = `unnest($1::uuid[], $2::int[], $3::text[], $4::int[], $5::timestamptz[], $6::text[], $7::int[])
    AS r(id, cluster_id, name, profile_id, collected_at, digest, line)`;
  // In one order for all writers, so that two batches with the same nodes wait for each other instead of deadlocking.
  await tx.query(
    `INSERT INTO node (cluster_id, name, profile_id, report_id, collected_at)
     SELECT cluster_id, name, profile_id, id, collected_at FROM (
       SELECT DISTINCT ON (cluster_id, name) * FROM ${incoming} ORDER BY cluster_id, name, collected_at DESC) first
     ORDER BY cluster_id, name
     ON CONFLICT (cluster_id, name) DO UPDATE SET name = EXCLUDED.name`,
    columns,
  );
  const written = await tx.query<{ id: string }>(
    `INSERT INTO node_report (id, node_id, profile_id, collected_at, received_at, digest, artifact_id, line, upload_id)
     SELECT r.id, n.id, r.profile_id, r.collected_at, $8, r.digest, $9, r.line, $10
     FROM ${incoming} JOIN node n ON n.cluster_id = r.cluster_id AND n.name = r.name
     ON CONFLICT (node_id, digest) DO NOTHING RETURNING id`,
    [...columns, of.receivedAt, of.artifactId, of.uploadId],
  );
  await tx.query(
    `UPDATE node n SET profile_id = newest.profile_id, report_id = newest.id, collected_at = newest.collected_at
     FROM (SELECT DISTINCT ON (node_id) node_id, profile_id, id, collected_at FROM node_report
           WHERE upload_id = $1 ORDER BY node_id, collected_at DESC, id DESC) newest
     WHERE n.id = newest.node_id AND newest.collected_at >= n.collected_at`,
    [of.uploadId],
  );
  return new Set(written.map((row) => row.id));
}
