import type { Cluster } from "@/lib/db/clusters";
import { findFirstRun, listBaselineRuns } from "@/lib/db/gate-observations";
import type { Queryable } from "@/lib/db/transaction";
import { effectiveFeatures } from "@/lib/domain/clusters/feature";
import { cohortKey } from "@/lib/domain/regressions/cohort";
import { countGates } from "@/lib/domain/regressions/gate-baseline";
import type { GateCounts } from "@/lib/domain/regressions/gate-facts";
import { declaredFeatures } from "../clusters/cluster-dto";
import { baselineStart, byCluster } from "./compared-runs";

/** Clusters that lend, by name, and runs that each lends of a gate: thirty are enough, more is room for quarantine. */
const LENDERS = 20;
const RUNS_LENT = 60;

/** Provider and features, as far as the cluster says. */
export function cohortOf(cluster: Cluster): string {
  return cohortKey({ provider: cluster.provider, features: effectiveFeatures(declaredFeatures(cluster)) });
}

type Lent = readonly { cluster: string; counts: GateCounts }[];

/** What clusters of one cohort lend each other, counted once however many ask. */
export interface Cohorts {
  /** The baseline runs of the others of the cluster's cohort. */
  lenders(sql: Queryable, cluster: Cluster): Promise<Lent>;
}

/**
 * The cohorts of a fleet. Every cohort lends the four weeks before the candidate first ran on any of its clusters, so
 * that what is lent does not depend on which cluster asks.
 */
export function cohortsOf(
  active: readonly Cluster[],
  of: { releaseId: number; baselineId: number; gateIds: readonly string[] },
): Cohorts {
  const members = Map.groupBy(active, cohortOf);
  const counted = new Map<string, Lent>();
  async function count(sql: Queryable, key: string): Promise<Lent> {
    const clusters = members.get(key) ?? [];
    const first = await findFirstRun(sql, { releaseId: of.releaseId, clusterIds: clusters.map(({ id }) => id) });
    if (first === null) return [];
    const from = baselineStart(first);
    const lending = clusters.slice(0, LENDERS + 1);
    const runs = byCluster(
      await listBaselineRuns(sql, {
        releaseId: of.baselineId,
        clusters: lending.map(({ id }) => ({ id, from })),
        perGate: RUNS_LENT,
      }),
    );
    return lending.flatMap(({ id, name }) => {
      const own = runs.get(id);
      return own === undefined ? [] : [{ cluster: name, counts: countGates(own, of.gateIds) }];
    });
  }
  return {
    lenders: async (sql, cluster) => {
      const key = cohortOf(cluster);
      const lent = counted.get(key) ?? (await count(sql, key));
      counted.set(key, lent);
      return lent.filter((one) => one.cluster !== cluster.name);
    },
  };
}
