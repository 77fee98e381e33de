import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { pageContext } from "@/lib/http/session";
import { CHANGES_HOURS, CHANGES_LIMIT, clusterQueries, DAYS_SHOWN, RUNS_SHOWN } from "@/lib/queries/clusters";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { signalQueries } from "@/lib/queries/signals";
import { getCluster } from "@/lib/services/clusters/list-clusters";
import { listGateRuns } from "@/lib/services/gates/list-gate-runs";
import { listGates } from "@/lib/services/gates/list-gates";
import { listNodeGroups } from "@/lib/services/nodes/list-nodes";
import { getClusterReadiness } from "@/lib/services/readiness/get-cluster-readiness";
import { listChanges, listVerdictsByDay } from "@/lib/services/readiness/list-changes";
import { getClusterSignals } from "@/lib/services/signals/get-cluster-signals";

/** What the page of a cluster shows first, asked of the services under the keys that the browser will use. */
export async function prefetchCluster(cluster: string, release: string | null): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  const of = { cluster, release: release ?? undefined };
  const one = await queryClient.fetchQuery({
    ...clusterQueries.one(cluster),
    queryFn: () => nullWhenNotFound(getCluster({ ctx, name: cluster })),
  });
  if (one === null || one.retiredAt !== null) return dehydrate(queryClient);
  const readiness = await queryClient.fetchQuery({
    ...clusterQueries.readiness(of),
    queryFn: () => nullWhenNotFound(getClusterReadiness({ ctx, cluster, release })),
  });
  if (readiness === null) return dehydrate(queryClient);
  const asked = { ctx, cluster, release };
  await Promise.all([
    queryClient.prefetchQuery({
      ...clusterQueries.gates(),
      queryFn: async () => ({ items: await listGates({ ctx }) }),
    }),
    queryClient.prefetchQuery({
      ...clusterQueries.gateRuns({ cluster, release: readiness.release }),
      queryFn: () =>
        listGateRuns({ ctx, filter: { cluster, release: readiness.release }, cursor: null, limit: RUNS_SHOWN }),
    }),
    queryClient.prefetchQuery({
      ...clusterQueries.nodeGroups(of),
      queryFn: () => listNodeGroups({ ctx, filter: { cluster, release } }),
    }),
    queryClient.prefetchQuery({
      ...signalQueries.ofCluster(cluster, of.release),
      queryFn: () => nullWhenNotFound(getClusterSignals({ ctx, name: cluster, release })),
    }),
    queryClient.prefetchQuery({
      ...clusterQueries.days(of),
      queryFn: () => listVerdictsByDay({ ...asked, days: DAYS_SHOWN }),
    }),
    queryClient.prefetchQuery({
      ...clusterQueries.changes(of),
      queryFn: () => listChanges({ ...asked, hours: CHANGES_HOURS, limit: CHANGES_LIMIT }),
    }),
  ]);
  return dehydrate(queryClient);
}
