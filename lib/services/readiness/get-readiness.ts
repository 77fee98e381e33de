import { type Cluster, listActiveClusters } from "@/lib/db/clusters";
import { listKernels } from "@/lib/db/nodes";
import { listVerdictSince } from "@/lib/db/readiness-history";
import { countAlive } from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import type { Tier } from "@/lib/domain/clusters/cluster";
import { type Cause, findCauses } from "@/lib/domain/readiness/causes";
import type { CauseDto, ReadinessDto, ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { explainAreas } from "@/lib/domain/readiness/explain-areas";
import { POLICY_VERSION } from "@/lib/domain/readiness/policy-version";
import { causesSentence, countVerdicts, fleetSentence, whyWords } from "@/lib/domain/readiness/summary-sentence";
import { requirePermission, type ServiceContext } from "../context";
import { AppError } from "../errors";
import { resolveCandidate } from "../releases/list-releases";
import { type CurrentJudgement, currentJudgements } from "./current-judgements";

export interface ReadinessFilter {
  release: string | null;
  tier?: Tier | undefined;
  cluster?: string | undefined;
}

/** Readiness of every registered cluster (of a tier, or one by name) for a release. */
export async function getReadiness({
  ctx,
  filter,
}: {
  ctx: ServiceContext;
  filter: ReadinessFilter;
}): Promise<ReadinessDto> {
  requirePermission(ctx, "read");
  const release = await resolveCandidate(ctx.db, filter.release);
  if (release === null)
    throw new AppError(
      "NOT_FOUND",
      "No release is known yet. Send evidence for one, or PUT /api/v1/releases/{version}.",
    );
  const all = await listActiveClusters(ctx.db, { tier: filter.tier });
  const clusters = filter.cluster === undefined ? all : all.filter((cluster) => cluster.name === filter.cluster);
  const judgements = await currentJudgements(ctx, clusters, release);
  const ids = clusters.map((cluster) => cluster.id);
  const kernels = await listKernels(ctx.db, ids);
  const open = await countAlive(queryableOf(ctx.db), ids, release.id);
  const since = await listVerdictSince(ctx.db, release.id);
  const items = clusters.flatMap((cluster, index) => {
    const judgement = judgements[index];
    if (judgement === undefined) return [];
    const beside = { kernels: kernels.get(cluster.id) ?? [], since: since.get(cluster.id) };
    return [toItemDto(cluster, judgement, { ...beside, openRegressions: open.get(cluster.id) ?? 0 })];
  });
  const counts = countVerdicts(items.map((item) => item.verdict));
  const causes = findCauses(
    clusters.flatMap((cluster, index) => {
      const judgement = judgements[index];
      return judgement ? [{ cluster: cluster.name, reasons: judgement.reasons }] : [];
    }),
  );
  return {
    release: release.dto.version,
    baseline: release.dto.baseline,
    computedAt: newest(judgements.map((judgement) => judgement.computedAt)),
    items,
    summary: { sentence: fleetSentence(release.dto.version, counts), detail: causesSentence(causes, counts), counts },
    causes: causes.map(toCauseDto),
    policyVersion: POLICY_VERSION,
  };
}

/** The outward shape of one cluster's readiness, without its reasons. */
export function toItemDto(
  cluster: Cluster,
  judgement: CurrentJudgement,
  of: { kernels: ReadinessItemDto["kernels"]; since: Date | undefined; openRegressions: number },
): ReadinessItemDto {
  const { verdict, areas, nodes, evidence, version, computedAt, expiresAt, reasons } = judgement;
  return {
    cluster: cluster.name,
    tier: cluster.tier,
    verdict,
    areas: explainAreas(areas, reasons),
    openRegressions: of.openRegressions,
    nodes,
    evidence,
    version,
    installedRelease: cluster.installedRelease,
    provider: cluster.provider,
    region: cluster.region,
    kernels: of.kernels,
    why: whyWords(verdict, reasons) || null,
    since: of.since?.toISOString() ?? null,
    computedAt,
    expiresAt,
  };
}

function toCauseDto(cause: Cause): CauseDto {
  return { ...cause, count: cause.count ?? null };
}

function newest(times: readonly (string | null)[]): string | null {
  return times.reduce((latest, time) => (time !== null && (latest === null || time > latest) ? time : latest), null);
}
