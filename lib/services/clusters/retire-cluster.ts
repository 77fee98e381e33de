import { retireCluster as writeRetirement } from "@/lib/db/clusters";
import { markRetired } from "@/lib/db/outbox";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { requireCluster } from "./require-cluster";

/** Takes a cluster out of readiness and keeps its history. */
export async function retireCluster({ ctx, name }: { ctx: ServiceContext; name: string }): Promise<void> {
  requirePermission(ctx, "admin");
  const cluster = await requireCluster(ctx.db, name);
  await withTransaction(ctx, async (tx, pad) => {
    const retired = await writeRetirement(tx, name, ctx.now());
    if (!retired) return;
    await markRetired(tx, cluster.id);
    pad.recordAudit({ action: "cluster.retired", subjectKind: "cluster", subjectId: name, data: {} });
    pad.publish({ kind: "readiness", payload: { cluster: name } });
  });
}
