import { findCluster, putCluster as writeCluster } from "@/lib/db/clusters";
import { closeCircuit } from "@/lib/db/metric-sources";
import { markCellsAll, markReadinessAll } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import type { ClusterDto, PutClusterInput } from "@/lib/domain/clusters/cluster";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { getCluster } from "./list-clusters";

/** Registers a cluster, or replaces what is known of it. It is judged for every tracked release. */
export async function putCluster(args: {
  ctx: ServiceContext;
  name: string;
  input: PutClusterInput;
}): Promise<{ cluster: ClusterDto; created: boolean }> {
  const { ctx, name, input } = args;
  requirePermission(ctx, "admin");
  const before = await findCluster(ctx.db, name);
  const { created } = await withTransaction(ctx, async (tx, pad) => {
    const written = await writeCluster(tx, name, input, ctx.now());
    for (const version of [input.installedRelease, input.initialRelease]) {
      if (version !== undefined) await ensureRelease(tx, version);
    }
    await markReadinessAll(tx, { clusterIds: [written.id] });
    await markCellsAll(tx, { clusterIds: [written.id] });
    await closeCircuit(tx, written.id);
    pad.recordAudit({
      action: written.created ? "cluster.registered" : before?.retiredAt ? "cluster.reinstated" : "cluster.changed",
      subjectKind: "cluster",
      subjectId: name,
      data: { after: input },
    });
    pad.publish({ kind: "readiness", payload: { cluster: name } });
    return written;
  });
  return { cluster: await getCluster({ ctx, name }), created };
}
