import { listKernels } from "@/lib/db/nodes";
import { listVerdictSince } from "@/lib/db/readiness-history";
import { countAlive } from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import { clusterSentence } from "@/lib/domain/readiness/summary-sentence";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { resolveCandidate } from "../releases/list-releases";
import { currentJudgements } from "./current-judgements";
import { toItemDto } from "./get-readiness";

/** Why one cluster is, or is not, ready for a release: every reason with its evidence. */
export async function getClusterReadiness(args: {
  ctx: ServiceContext;
  cluster: string;
  release: string | null;
}): Promise<ClusterReadinessDto> {
  const { ctx } = args;
  requirePermission(ctx, "read");
  const cluster = await requireCluster(ctx.db, args.cluster);
  const release = await resolveCandidate(ctx.db, args.release);
  if (release === null)
    throw notFound("No release is known yet. Send evidence for one, or PUT /api/v1/releases/{version}.");
  const [judgement] = await currentJudgements(ctx, [cluster], release);
  if (judgement === undefined) throw new Error(`no judgement of ${cluster.name}`);
  const kernels = await listKernels(ctx.db, [cluster.id]);
  const since = await listVerdictSince(ctx.db, release.id);
  const open = await countAlive(queryableOf(ctx.db), [cluster.id], release.id);
  const item = toItemDto(cluster, judgement, {
    kernels: kernels.get(cluster.id) ?? [],
    since: since.get(cluster.id),
    openRegressions: open.get(cluster.id) ?? 0,
  });
  return {
    ...item,
    release: release.dto.version,
    baseline: release.dto.baseline,
    sentence: clusterSentence({
      cluster: cluster.name,
      release: release.dto.version,
      verdict: judgement.verdict,
      reasons: judgement.reasons,
      evidenceCount: judgement.evidence.count,
    }),
    reasons: judgement.reasons,
    policyVersion: judgement.policyVersion,
  };
}
