import { countClusters as countRows, findCluster, listClusters as listRows } from "@/lib/db/clusters";
import { countNodes } from "@/lib/db/nodes";
import type { ClusterDto, Tier } from "@/lib/domain/clusters/cluster";
import { NODE_REPORT_MAX_AGE_HOURS } from "@/lib/domain/readiness/node-reasons";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { type Page, pageOf } from "../page";
import { toClusterDto } from "./cluster-dto";
import { clusterNotFoundText } from "./require-cluster";

/** Active clusters by name, a page at a time. */
export async function listClusters(args: {
  ctx: ServiceContext;
  filter: { tier?: Tier | undefined; search?: string | undefined };
  cursor: string | null;
  limit: number;
}): Promise<Page<ClusterDto>> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const rows = await listRows(ctx.db, filter, cursor, limit + 1);
  const nodes = await countNodes(
    ctx.db,
    rows.map((row) => row.id),
    freshSince(ctx),
  );
  const page = pageOf(rows, limit, (row) => row.name);
  return { ...page, items: page.items.map((row) => toClusterDto(row, nodes.get(row.id) ?? NO_NODES)) };
}

/** One cluster, also a retired one. @throws NOT_FOUND */
export async function getCluster({ ctx, name }: { ctx: ServiceContext; name: string }): Promise<ClusterDto> {
  requirePermission(ctx, "read");
  const row = await findCluster(ctx.db, name);
  if (row === null) throw notFound(clusterNotFoundText(name));
  const nodes = await countNodes(ctx.db, [row.id], freshSince(ctx));
  return toClusterDto(row, nodes.get(row.id) ?? NO_NODES);
}

export async function countClusters({ ctx }: { ctx: ServiceContext }): Promise<number> {
  requirePermission(ctx, "read");
  return countRows(ctx.db);
}

const NO_NODES = { total: 0, ready: 0 };

function freshSince(ctx: ServiceContext): Date {
  return new Date(ctx.now().getTime() - NODE_REPORT_MAX_AGE_HOURS * 3600 * 1000);
}
