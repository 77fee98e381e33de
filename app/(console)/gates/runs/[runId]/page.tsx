import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { caseParams } from "@/components/gates/gate-params";
import { RunView } from "@/components/gates/run-view";
import { prefetchRun } from "./prefetch-run";

export const metadata: Metadata = { title: "Gate run" };

interface Props {
  params: Promise<{ runId: string }>;
  searchParams: Promise<SearchParams>;
}

const loadCaseFilters = createLoader(caseParams);

export default async function GateRunPage({ params, searchParams }: Props) {
  const run = decodeURIComponent((await params).runId);
  const { q, status } = await loadCaseFilters(searchParams);
  const search = q.trim() === "" ? undefined : q.trim();
  return (
    <HydrationBoundary state={await prefetchRun({ run, search, status: status ?? undefined })}>
      <RunView id={run} />
    </HydrationBoundary>
  );
}
