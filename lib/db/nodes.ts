import type { Database } from "./client";
import { type Queryable, queryableOf } from "./transaction";

/** How many nodes each cluster has, and how many of them reported since then. */
export async function countNodes(
  db: Database,
  clusterIds: readonly number[],
  since: Date,
): Promise<Map<number, { total: number; ready: number }>> {
  const rows = await queryableOf(db).query<{ cluster_id: number; total: number; ready: number }>(
    `SELECT cluster_id, count(*)::int AS total, count(*) FILTER (WHERE collected_at >= $2)::int AS ready
     FROM node WHERE cluster_id = ANY($1::int[]) GROUP BY cluster_id`,
    [[...clusterIds], since],
  );
  return new Map(rows.map((row) => [row.cluster_id, { total: row.total, ready: row.ready }]));
}

/** The nodes of a cluster that share a profile. */
export interface NodeGroupRow {
  clusterId: number;
  profileId: number;
  facts: unknown;
  kernelRelease: string;
  osImage: string | null;
  machine: string;
  count: number;
  staleCount: number;
  oldestCollectedAt: Date;
  newestCollectedAt: Date;
  exampleNodes: string[];
}

/** Groups the nodes of clusters by profile; a report from before `staleBefore` is stale. */
export async function listNodeGroups(
  sql: Queryable,
  clusterIds: readonly number[],
  staleBefore: Date,
  kernel: string | null = null,
): Promise<NodeGroupRow[]> {
  return sql.query<NodeGroupRow & Record<string, unknown>>(
    `SELECT g.*, p.facts, p.kernel_release AS "kernelRelease", p.os_image AS "osImage", p.machine
     FROM (SELECT cluster_id AS "clusterId", profile_id AS "profileId", count(*)::int AS count,
                  count(*) FILTER (WHERE collected_at < $2)::int AS "staleCount",
                  min(collected_at) AS "oldestCollectedAt", max(collected_at) AS "newestCollectedAt",
                  (array_agg(name ORDER BY name))[1:5] AS "exampleNodes"
           FROM node WHERE cluster_id = ANY($1::int[]) GROUP BY cluster_id, profile_id) g
     JOIN node_profile p ON p.id = g."profileId"
     WHERE $3::text IS NULL OR p.kernel_release LIKE $3 || '%'
     ORDER BY g."clusterId", g."profileId"`,
    [[...clusterIds], staleBefore, kernel],
  );
}

/** The kernels of each cluster's nodes, most nodes first. */
export async function listKernels(
  db: Database,
  clusterIds: readonly number[],
): Promise<Map<number, { release: string; nodes: number }[]>> {
  const rows = await queryableOf(db).query<{ cluster_id: number; release: string; nodes: number }>(
    `SELECT n.cluster_id, p.kernel_release AS release, count(*)::int AS nodes
     FROM node n JOIN node_profile p ON p.id = n.profile_id WHERE n.cluster_id = ANY($1::int[])
     GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    [[...clusterIds]],
  );
  const byCluster = Map.groupBy(rows, (row) => row.cluster_id);
  return new Map(
    [...byCluster].map(([id, kernels]) => [id, kernels.map(({ release, nodes }) => ({ release, nodes }))]),
  );
}

export interface NodeRow {
  clusterId: number;
  cluster: string;
  node: string;
  profileId: number;
  reportId: string;
  collectedAt: Date;
}

/** Nodes of the given (cluster, profile) pairs by cluster and name, after the given position. */
export async function listNodesOf(
  db: Database,
  pairs: readonly { clusterId: number; profileId: number }[],
  after: { cluster: string; node: string } | null,
  limit: number,
): Promise<NodeRow[]> {
  return queryableOf(db).query<NodeRow & Record<string, unknown>>(
    `SELECT n.cluster_id AS "clusterId", c.name AS cluster, n.name AS node, n.profile_id AS "profileId",
            n.report_id AS "reportId", n.collected_at AS "collectedAt"
     FROM node n JOIN cluster c ON c.id = n.cluster_id
     WHERE (n.cluster_id, n.profile_id) IN (SELECT * FROM unnest($1::int[], $2::int[]))
       AND ($3::text IS NULL OR (c.name, n.name) > ($3, $4))
     ORDER BY c.name, n.name LIMIT $5`,
    [
      pairs.map((pair) => pair.clusterId),
      pairs.map((pair) => pair.profileId),
      after?.cluster ?? null,
      after?.node ?? null,
      limit,
    ],
  );
}

/** A report with where its raw text stands. */
export async function findNodeReport(db: Database, id: string) {
  return db.prisma.nodeReport.findUnique({
    where: { id },
    include: { node: { include: { cluster: { select: { name: true } } } }, profile: true },
  });
}

/** What is known of the nodes of a cluster beside their names, by name: what may explain why some of them differ. */
export async function listNodeAttributes(
  sql: Queryable,
  clusterId: number,
): Promise<Map<string, { label: string; value: string }[]>> {
  const rows = await sql.query<{ name: string; kernel: string; image: string | null }>(
    `SELECT n.name, p.kernel_release AS kernel, p.os_image AS image FROM node n JOIN node_profile p ON p.id = n.profile_id
     WHERE n.cluster_id = $1`,
    [clusterId],
  );
  return new Map(
    rows.map(({ name, kernel, image }) => [
      name,
      [{ label: "kernel", value: kernel }, ...(image === null ? [] : [{ label: "image", value: image }])],
    ]),
  );
}
