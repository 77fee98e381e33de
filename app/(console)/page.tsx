import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import type { SearchParams } from "nuqs/server";
import { Suspense } from "react";
import { BoardSkeleton } from "@/components/readiness/board-skeleton";
import { ReadinessView } from "@/components/readiness/readiness-view";
import { config } from "@/lib/config";
import { prefetchBoard } from "./prefetch-board";
import { loadRelease } from "./search-params";

export const metadata: Metadata = { title: "Readiness" };

interface Props {
  searchParams: Promise<SearchParams>;
}

export default function ReadinessPage(props: Props) {
  return (
    <Suspense fallback={<BoardSkeleton />}>
      <Readiness {...props} />
    </Suspense>
  );
}

async function Readiness({ searchParams }: Props) {
  const { release } = await loadRelease(searchParams);
  return (
    <HydrationBoundary state={await prefetchBoard(release)}>
      <ReadinessView publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
