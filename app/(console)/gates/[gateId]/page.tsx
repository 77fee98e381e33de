import { HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { gateRunsParams } from "@/components/gates/gate-params";
import { GateView } from "@/components/gates/gate-view";
import { config } from "@/lib/config";
import { pageContext } from "@/lib/http/session";
import { loadRelease } from "../../search-params";
import { prefetchGates } from "../prefetch-gates";

interface Props {
  params: Promise<{ gateId: string }>;
  searchParams: Promise<SearchParams>;
}

const loadRunFilters = createLoader(gateRunsParams);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).gateId) };
}

export default async function GatePage(props: Props) {
  const gate = decodeURIComponent((await props.params).gateId);
  const { release } = await loadRelease(props.searchParams);
  const { cluster, outcome, releases } = await loadRunFilters(props.searchParams);
  const ctx = await pageContext();
  const state = await prefetchGates(ctx, release, (candidate) => ({
    gate,
    cluster: cluster ?? undefined,
    outcome: outcome ?? undefined,
    release: releases === "every" ? undefined : candidate,
  }));
  return (
    <HydrationBoundary state={state}>
      <GateView id={gate} role={ctx.actor.role} publicUrl={config().publicUrl} />
    </HydrationBoundary>
  );
}
