import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { ListView } from "@/components/regressions/list-view";
import { config } from "@/lib/config";
import { loadRelease } from "../search-params";
import { prefetchRegressions } from "./prefetch-regressions";

export const metadata: Metadata = { title: "Regressions" };

export default async function RegressionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { release } = await loadRelease(searchParams);
  return (
    <HydrationBoundary state={await prefetchRegressions(release)}>
      <ListView publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
