import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ClusterList } from "@/components/clusters/cluster-list";
import { config } from "@/lib/config";
import { loadRelease } from "../search-params";
import { prefetchClusters } from "./prefetch-clusters";

export const metadata: Metadata = { title: "Clusters" };

export default async function ClustersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { release } = await loadRelease(searchParams);
  return (
    <HydrationBoundary state={await prefetchClusters(release)}>
      <ClusterList publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
