"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import type { VerdictCounts } from "@/components/charts/prepare-verdict-counts";
import { readinessQueries } from "@/lib/queries/readiness";
import { faviconAddress, runOf } from "./favicon";
import { useRelease } from "./use-release";

/**
 * The counts of the board, where a page has asked for it. Only watched: a query that is asked for up here exists
 * before the page hands over what the server knew, and would be asked again.
 */
function useOpenBoard(release: string | undefined): VerdictCounts | undefined {
  const queryClient = useQueryClient();
  const { queryKey } = readinessQueries.board(release);
  return useSyncExternalStore(
    (onChange) => queryClient.getQueryCache().subscribe(onChange),
    () => queryClient.getQueryData(queryKey)?.summary.counts,
    () => undefined,
  );
}

/** Colours the run of the tab's icon. `counts` is what the server knew; a board that is open knows better. */
export function LiveFavicon({ counts }: { counts: VerdictCounts }) {
  const [release] = useRelease();
  const run = runOf(useOpenBoard(release) ?? counts);
  useEffect(() => {
    for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) link.href = faviconAddress(run);
  }, [run]);
  return null;
}
