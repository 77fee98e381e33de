import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { pageContext } from "@/lib/http/session";
import { clusterQueries, PAGE_LIMIT } from "@/lib/queries/clusters";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { readinessQueries } from "@/lib/queries/readiness";
import { listClusters } from "@/lib/services/clusters/list-clusters";
import type { ServiceContext } from "@/lib/services/context";
import { getReadiness } from "@/lib/services/readiness/get-readiness";

async function everyCluster(ctx: ServiceContext): Promise<ClusterDto[]> {
  const all: ClusterDto[] = [];
  let cursor: string | null = null;
  do {
    const page = await listClusters({ ctx, filter: {}, cursor, limit: PAGE_LIMIT });
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** What the list of clusters shows first, asked of the services under the keys that the browser will use. */
export async function prefetchClusters(release: string | null): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  await Promise.all([
    queryClient.prefetchQuery({ ...clusterQueries.all(), queryFn: () => everyCluster(ctx) }),
    queryClient.prefetchQuery({
      ...readinessQueries.board(release ?? undefined),
      queryFn: () => nullWhenNotFound(getReadiness({ ctx, filter: { release } })),
    }),
  ]);
  return dehydrate(queryClient);
}
