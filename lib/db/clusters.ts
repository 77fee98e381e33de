import type { PutClusterInput } from "@/lib/domain/clusters/cluster";
import type { Database } from "./client";
import type { Cluster, Prisma } from "./generated/client";
import type { Queryable, Tx } from "./transaction";

export type { Cluster };

/** Creates or replaces a cluster; what the input leaves out goes back to its default. Locks the row. */
export async function putCluster(
  tx: Tx,
  name: string,
  input: PutClusterInput,
  now: Date,
): Promise<{ id: number; created: boolean }> {
  const [row] = await tx.query<{ id: number; created: boolean }>(
    `INSERT INTO cluster (name, tier, labels, provider, region, kubernetes_version, installed_release, initial_release,
       features, mesh, delivery, prometheus, telemetry_budget, created_at, updated_at)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$14)
     ON CONFLICT (name) DO UPDATE SET tier = EXCLUDED.tier, labels = EXCLUDED.labels, provider = EXCLUDED.provider,
       region = EXCLUDED.region, kubernetes_version = EXCLUDED.kubernetes_version,
       installed_release = EXCLUDED.installed_release, initial_release = EXCLUDED.initial_release,
       features = EXCLUDED.features, mesh = EXCLUDED.mesh, delivery = EXCLUDED.delivery,
       prometheus = EXCLUDED.prometheus, telemetry_budget = EXCLUDED.telemetry_budget,
       updated_at = EXCLUDED.updated_at, retired_at = NULL, version = cluster.version + 1
     RETURNING id, (xmax = 0) AS created`,
    [
      name,
      input.tier,
      JSON.stringify(input.labels ?? {}),
      input.provider ?? null,
      input.region ?? null,
      input.kubernetesVersion ?? null,
      input.installedRelease ?? null,
      input.initialRelease ?? null,
      input.features ? JSON.stringify(input.features) : null,
      input.mesh ? JSON.stringify(input.mesh) : null,
      JSON.stringify(input.delivery ?? { kind: "record" }),
      input.prometheus ? JSON.stringify(input.prometheus) : null,
      input.telemetryBudget ? JSON.stringify(input.telemetryBudget) : null,
      now,
    ],
  );
  if (row === undefined) throw new Error("an upsert returned no row");
  return row;
}

/** Retires a cluster; false when there is none or it is retired already. */
export async function retireCluster(tx: Tx, name: string, now: Date): Promise<boolean> {
  const rows = await tx.query(
    "UPDATE cluster SET retired_at = $2, updated_at = $2, version = version + 1 WHERE name = $1 AND retired_at IS NULL RETURNING id",
    [name, now],
  );
  return rows.length === 1;
}

export interface ClusterFilter {
  tier?: Cluster["tier"] | undefined;
  /** Part of the name. */
  search?: string | undefined;
}

function whereActive(filter: ClusterFilter): Prisma.ClusterWhereInput {
  return {
    retiredAt: null,
    ...(filter.tier && { tier: filter.tier }),
    ...(filter.search && { name: { contains: filter.search } }),
  };
}

/** Active clusters by name, after the given name. */
export async function listClusters(
  db: Database,
  filter: ClusterFilter,
  after: string | null,
  limit: number,
): Promise<Cluster[]> {
  const where = whereActive(filter);
  return db.prisma.cluster.findMany({
    where: after === null ? where : { AND: [where, { name: { gt: after } }] },
    orderBy: { name: "asc" },
    take: limit,
  });
}

/** Every active cluster, by name. */
export async function listActiveClusters(db: Database, filter: ClusterFilter = {}): Promise<Cluster[]> {
  return db.prisma.cluster.findMany({ where: whereActive(filter), orderBy: { name: "asc" } });
}

export async function countClusters(db: Database): Promise<number> {
  return db.prisma.cluster.count({ where: { retiredAt: null } });
}

/** A cluster by name, also a retired one. */
export async function findCluster(db: Database, name: string): Promise<Cluster | null> {
  return db.prisma.cluster.findUnique({ where: { name } });
}

/** A cluster by id, in the caller's transaction where there is one. */
export async function findClusterById(sql: Queryable, id: number): Promise<Cluster | null> {
  const rows = await sql.query<Cluster & Record<string, unknown>>(
    `SELECT id, name, tier, labels, provider, region, kubernetes_version AS "kubernetesVersion",
            installed_release AS "installedRelease", initial_release AS "initialRelease", features, mesh, delivery,
            prometheus, telemetry_budget AS "telemetryBudget", observed_at AS "observedAt", created_at AS "createdAt",
            updated_at AS "updatedAt", retired_at AS "retiredAt", version
     FROM cluster WHERE id = $1`,
    [id],
  );
  return rows[0] ?? null;
}

/** The ids of active clusters by name; names that are not registered are missing from the map. */
export async function findClusterIds(db: Database, names: readonly string[]): Promise<Map<string, number>> {
  const rows = await db.prisma.cluster.findMany({
    where: { name: { in: [...new Set(names)] }, retiredAt: null },
    select: { id: true, name: true },
  });
  return new Map(rows.map((row) => [row.name, row.id]));
}

/** Notes that the cluster was heard of; never moves back. */
export async function touchObserved(tx: Tx, clusterIds: readonly number[], at: Date): Promise<void> {
  await tx.query(
    "UPDATE cluster SET observed_at = $2 WHERE id = ANY($1::int[]) AND (observed_at IS NULL OR observed_at < $2)",
    [[...clusterIds], at],
  );
}
