import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { ClustersSection } from "@/components/settings/clusters-section";
import { config } from "@/lib/config";
import { pageContext } from "@/lib/http/session";
import { clusterQueries } from "@/lib/queries/clusters";
import { makeQueryClient } from "@/lib/queries/query-client";
import { everyItem, PAGE_LIMIT } from "@/lib/queries/settings-pages";
import { listClusters } from "@/lib/services/clusters/list-clusters";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClusterSettingsPage() {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  const clusters = await everyItem((cursor) => listClusters({ ctx, filter: {}, cursor, limit: PAGE_LIMIT }));
  queryClient.setQueryData(clusterQueries.all().queryKey, clusters);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <ClustersSection role={ctx.actor.role} origin={config().publicUrl} />
    </HydrationBoundary>
  );
}
