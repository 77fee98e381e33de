import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { NodesView } from "@/components/nodes/nodes-view";
import { config } from "@/lib/config";
import { loadRelease } from "../search-params";
import { prefetchNodes } from "./prefetch-nodes";

export const metadata: Metadata = { title: "Nodes" };

export default async function NodesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { release } = await loadRelease(searchParams);
  return (
    <HydrationBoundary state={await prefetchNodes(release)}>
      <NodesView publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
