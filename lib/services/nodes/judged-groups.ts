import { type Cluster, findCluster, listActiveClusters } from "@/lib/db/clusters";
import { listNodeGroups } from "@/lib/db/nodes";
import { queryableOf } from "@/lib/db/transaction";
import { effectiveFeatures } from "@/lib/domain/clusters/feature";
import type { NodeVerdict } from "@/lib/domain/nodes/finding";
import { groupKeyOf, type JudgedNodes } from "@/lib/domain/nodes/group-nodes";
import { declaredFeatures } from "../clusters/cluster-dto";
import { requireCluster } from "../clusters/require-cluster";
import type { ServiceContext } from "../context";
import { AppError } from "../errors";
import { resolveCandidate } from "../releases/list-releases";
import { groupIdOf } from "./group-id";
import { nodeJudge } from "./node-judge";

export interface NodeFilter {
  release: string | null;
  cluster?: string | undefined;
  verdict?: NodeVerdict | undefined;
  /** The beginning of a kernel release. */
  kernel?: string | undefined;
  /** The image, exactly. */
  image?: string | undefined;
  /** A requirement the nodes do not simply meet. */
  requirement?: string | undefined;
  /** The id of a group, as the list of groups gives it. */
  group?: string | undefined;
}

/** Nodes of a cluster that share a profile, judged. */
export interface JudgedGroup extends JudgedNodes {
  clusterId: number;
  profileId: number;
}

/** Judges the nodes the filter names, profile by profile; fifty thousand nodes are a few hundred of these. */
export async function judgedGroups(
  ctx: ServiceContext,
  filter: NodeFilter,
): Promise<{ release: string; groups: JudgedGroup[] }> {
  const release = await resolveCandidate(ctx.db, filter.release);
  if (release === null) throw new AppError("NOT_FOUND", "No release is known yet to judge nodes for.");
  const clusters = await clustersOf(ctx, filter.cluster);
  const byId = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const rows = await listNodeGroups(queryableOf(ctx.db), [...byId.keys()], ctx.now(), filter.kernel ?? null);
  const judge = nodeJudge(release.dto.version);
  const groups = rows.flatMap((row): JudgedGroup[] => {
    const cluster = byId.get(row.clusterId);
    if (cluster === undefined) return [];
    const judged = judge(row.profileId, row.facts, effectiveFeatures(declaredFeatures(cluster)));
    return [{ ...row, cluster: cluster.name, verdict: judged.verdict, findings: judged.findings }];
  });
  return { release: release.dto.version, groups: groups.filter((group) => matches(group, filter)) };
}

function matches(group: JudgedGroup, { verdict, image, requirement, group: id }: NodeFilter): boolean {
  if (verdict !== undefined && group.verdict !== verdict) return false;
  if (image !== undefined && group.osImage !== image) return false;
  if (id !== undefined && groupIdOf(groupKeyOf(group)) !== id) return false;
  return requirement === undefined || group.findings.some((finding) => finding.requirement === requirement);
}

async function clustersOf(ctx: ServiceContext, name: string | undefined): Promise<Cluster[]> {
  if (name === undefined) return listActiveClusters(ctx.db);
  await requireCluster(ctx.db, name);
  const cluster = await findCluster(ctx.db, name);
  return cluster === null ? [] : [cluster];
}
