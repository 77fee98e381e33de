import type { Database } from "@/lib/db/client";
import { type Cluster, findCluster } from "@/lib/db/clusters";
import { notFound } from "../errors";

/** @throws NOT_FOUND with the hint how to register the cluster; a retired one is not there any more */
export async function requireCluster(db: Database, name: string): Promise<Cluster> {
  const cluster = await findCluster(db, name);
  if (cluster !== null && cluster.retiredAt === null) return cluster;
  throw notFound(clusterNotFoundText(name));
}

export function clusterNotFoundText(name: string): string {
  return `There is no cluster "${name}". An admin registers it with PUT /api/v1/clusters/${name} and a body such as {"tier":"canary"}.`;
}
