import { listNodesOf } from "@/lib/db/nodes";
import type { NodeDto, NodeGroupDto } from "@/lib/domain/nodes/dto";
import { groupNodes, groupSentence } from "@/lib/domain/nodes/group-nodes";
import { requirePermission, type ServiceContext } from "../context";
import { AppError } from "../errors";
import { type Page, pageOf } from "../page";
import { groupIdOf } from "./group-id";
import { judgedGroups, type NodeFilter } from "./judged-groups";

/** Nodes by cluster and name, each with what it was judged to be for the release. */
export async function listNodes(args: {
  ctx: ServiceContext;
  filter: NodeFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<NodeDto> & { release: string }> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const { release, groups } = await judgedGroups(ctx, filter);
  const byPair = new Map(groups.map((group) => [`${group.clusterId} ${group.profileId}`, group]));
  const rows = await listNodesOf(ctx.db, groups, cursor === null ? null : parseCursor(cursor), limit + 1);
  const page = pageOf(rows, limit, (row) => `${row.cluster}/${row.node}`);
  const items = page.items.flatMap((row): NodeDto[] => {
    const group = byPair.get(`${row.clusterId} ${row.profileId}`);
    if (group === undefined) return [];
    return [
      {
        cluster: row.cluster,
        node: row.node,
        kernelRelease: group.kernelRelease,
        osImage: group.osImage,
        machine: group.machine,
        verdict: group.verdict,
        findings: [...group.findings],
        collectedAt: row.collectedAt.toISOString(),
        reportId: row.reportId,
      },
    ];
  });
  return { release, items, nextCursor: page.nextCursor };
}

function parseCursor(cursor: string): { cluster: string; node: string } {
  const slash = cursor.indexOf("/");
  if (slash < 1)
    throw new AppError("INVALID", "This cursor is not one of this list.", {
      errors: [{ pointer: "/cursor", detail: "not a cursor" }],
    });
  return { cluster: cursor.slice(0, slash), node: cursor.slice(slash + 1) };
}

/** Nodes grouped by image, kernel and findings, worst first: one row says what many nodes have in common. */
export async function listNodeGroups(args: {
  ctx: ServiceContext;
  filter: NodeFilter;
}): Promise<{ release: string; items: NodeGroupDto[]; counts: Record<NodeGroupDto["verdict"], number> }> {
  const { ctx, filter } = args;
  requirePermission(ctx, "read");
  const { release, groups } = await judgedGroups(ctx, { ...filter, verdict: undefined });
  const all = groupNodes(groups);
  const counts = { compatible: 0, unknown: 0, incompatible: 0 };
  for (const group of all) counts[group.verdict] += group.nodes;
  const items = all
    .filter((group) => filter.verdict === undefined || group.verdict === filter.verdict)
    .map(({ key, ...group }) => ({
      ...group,
      id: groupIdOf(key),
      clusters: [...group.clusters],
      findings: [...group.findings],
      sentence: groupSentence(group),
    }));
  return { release, items, counts };
}
