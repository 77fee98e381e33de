import type { Cluster } from "@/lib/db/clusters";
import { type CurrentRow, listCurrent } from "@/lib/db/readiness";
import { queryableOf } from "@/lib/db/transaction";
import { judgeCluster } from "@/lib/domain/readiness/judge-cluster";
import type { ReleaseDto } from "@/lib/domain/releases/release";
import type { ServiceContext } from "../context";
import { loadGates } from "../gates/list-gates";
import { loadClusterFacts } from "./load-cluster-facts";
import { readStoredJudgement, type StoredJudgement } from "./stored-judgement";

/** What is known of a cluster for a release, stored or judged just now. */
export interface CurrentJudgement extends StoredJudgement {
  computedAt: string | null;
  expiresAt: string | null;
  version: number;
  policyVersion: string;
}

/**
 * The judgement of each of these clusters, in their order. One that was never stored (a cluster registered a moment
 * ago, a release nobody tracks) is judged here and now: every registered cluster has an answer.
 */
export async function currentJudgements(
  ctx: ServiceContext,
  clusters: readonly Cluster[],
  release: { id: number; dto: ReleaseDto },
): Promise<CurrentJudgement[]> {
  const stored = new Map((await listCurrent(ctx.db, release.id)).map((row) => [row.clusterId, row]));
  const unjudged = clusters.filter((cluster) => !stored.has(cluster.id));
  const judgedNow = await judgeNow(ctx, unjudged, release);
  return clusters.map((cluster) => {
    const row = stored.get(cluster.id);
    if (row) return fromStored(row);
    const judged = judgedNow.get(cluster.id);
    if (judged === undefined) throw new Error(`no judgement of ${cluster.name}`);
    return judged;
  });
}

function fromStored(row: CurrentRow): CurrentJudgement {
  return {
    ...readStoredJudgement(row),
    computedAt: row.confirmedAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    version: row.version,
    policyVersion: row.policyVersion,
  };
}

async function judgeNow(
  ctx: ServiceContext,
  clusters: readonly Cluster[],
  release: { id: number; dto: ReleaseDto },
): Promise<Map<number, CurrentJudgement>> {
  if (clusters.length === 0) return new Map();
  const now = ctx.now();
  const { version, baseline } = release.dto;
  const gates = await loadGates(ctx.db);
  const facts = await loadClusterFacts(queryableOf(ctx.db), clusters, {
    release: { id: release.id, version, baseline },
    gates,
    now,
  });
  return new Map(
    clusters.flatMap((cluster, index) => {
      const fact = facts[index];
      if (fact === undefined) return [];
      const judged = judgeCluster(fact, now);
      const evidence = {
        newestAt: judged.evidence.newestAt?.toISOString() ?? null,
        oldestAt: judged.evidence.oldestAt?.toISOString() ?? null,
        count: judged.evidence.count,
      };
      const expiresAt = judged.expiresAt?.toISOString() ?? null;
      return [[cluster.id, { ...judged, evidence, expiresAt, computedAt: now.toISOString(), version: 0 }]] as const;
    }),
  );
}
