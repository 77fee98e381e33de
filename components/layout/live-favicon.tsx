"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { VerdictCounts } from "@/components/charts/prepare-verdict-counts";
import { readinessQueries } from "@/lib/queries/readiness";
import { faviconAddress, runOf } from "./favicon";
import { useRelease } from "./use-release";

/** Colours the run of the tab's icon. `counts` is what the server knew; a board that is open knows better. */
export function LiveFavicon({ counts }: { counts: VerdictCounts }) {
  const [release] = useRelease();
  const { data } = useQuery({ ...readinessQueries.board(release), enabled: false });
  const run = runOf(data?.summary.counts ?? counts);
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) link.href = faviconAddress(run);
  }, [run]);
  return null;
}
