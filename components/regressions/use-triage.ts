"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/lib/queries/fetcher";
import { regressionQueries, triageRegression } from "@/lib/queries/regressions";
import { problemSentence } from "@/lib/queries/settings-problems";

/** Everything that a change of a regression or a waiver makes out of date. */
const NOUNS = ["regressions", "waivers", "readiness"] as const;

export function useRefresh(): () => Promise<unknown> {
  const queryClient = useQueryClient();
  return () => Promise.all(NOUNS.map((noun) => queryClient.invalidateQueries({ queryKey: [noun] })));
}

/** What was refused, and after a change by somebody else what to do about it. */
export function refusalWords(error: unknown, pointers: readonly string[] = []): string | undefined {
  const words = problemSentence(error, pointers);
  if (words === undefined || !(error instanceof ApiProblem)) return words;
  return error.status === 409 ? `${words} Look at it as it stands now, then send it again.` : words;
}

/** Sends an act on a regression; the page shows what the answer says. */
export function useTriage(onDone: () => void) {
  const queryClient = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: triageRegression,
    onSuccess: async (detail) => {
      queryClient.setQueryData(regressionQueries.one(detail.id).queryKey, detail);
      onDone();
      await refresh();
    },
    // Somebody was faster, or it is not what it was: show how it stands.
    onError: (error) => {
      if (error instanceof ApiProblem && (error.status === 409 || error.status === 412)) void refresh();
    },
  });
}
