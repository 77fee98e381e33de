import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { CatalogueView } from "@/components/gates/catalogue-view";
import { pageContext } from "@/lib/http/session";
import { loadRelease } from "../search-params";
import { prefetchGates } from "./prefetch-gates";

export const metadata: Metadata = { title: "Gates" };

export default async function GatesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { release } = await loadRelease(searchParams);
  const ctx = await pageContext();
  return (
    <HydrationBoundary state={await prefetchGates(ctx, release)}>
      <CatalogueView role={ctx.actor.role} />
    </HydrationBoundary>
  );
}
