import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { type Cluster, listActiveClusters } from "@/lib/db/clusters";
import type { WaiverScope } from "@/lib/domain/regressions/waiver";
import { inScope } from "@/lib/domain/regressions/waiver-rule";

const Labels = z.record(z.string(), z.string());

export function labelsOf(cluster: Pick<Cluster, "labels">): Record<string, string> {
  return Labels.parse(cluster.labels);
}

/** The active clusters in which a waiver holds. */
export async function clustersInScope(db: Database, scope: WaiverScope): Promise<Cluster[]> {
  const active = await listActiveClusters(db);
  return active.filter((cluster) => inScope(scope, { name: cluster.name, labels: labelsOf(cluster) }));
}
