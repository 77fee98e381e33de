import { listActiveClusters } from "@/lib/db/clusters";
import type { Reason } from "@/lib/domain/readiness/reason";
import { type Verdict, worstVerdict } from "@/lib/domain/readiness/verdict";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { resolveCandidate } from "../releases/list-releases";
import { currentJudgements } from "./current-judgements";
import type { ReadinessFilter } from "./get-readiness";

export interface CiVerdict {
  verdict: Verdict;
  release: string;
  clusters: { cluster: string; verdict: Verdict }[];
  /** What holds them; notes are left out. */
  reasons: (Reason & { cluster: string })[];
}

/** The worst verdict over the clusters named (one, a tier, or all). Of no cluster at all it is unproven. */
export async function getCiVerdict({
  ctx,
  filter,
}: {
  ctx: ServiceContext;
  filter: ReadinessFilter;
}): Promise<CiVerdict> {
  requirePermission(ctx, "read");
  if (filter.cluster !== undefined) await requireCluster(ctx.db, filter.cluster);
  const release = await resolveCandidate(ctx.db, filter.release);
  if (release === null) throw notFound("No release is known yet.");
  const active = await listActiveClusters(ctx.db, { tier: filter.tier });
  const clusters = active.filter((cluster) => filter.cluster === undefined || cluster.name === filter.cluster);
  const judgements = await currentJudgements(ctx, clusters, release);
  return {
    verdict: worstVerdict(judgements.map((judgement) => judgement.verdict)),
    release: release.dto.version,
    clusters: clusters.map((cluster, index) => ({
      cluster: cluster.name,
      verdict: judgements[index]?.verdict ?? "unproven",
    })),
    reasons: clusters.flatMap((cluster, index) =>
      (judgements[index]?.reasons ?? [])
        .filter((reason) => reason.severity !== "info")
        .map((reason) => ({ ...reason, cluster: cluster.name })),
    ),
  };
}
