"use client";

import { useQuery } from "@tanstack/react-query";
import type { RegressionState } from "@/lib/domain/regressions/regression";
import { regressionQueries } from "@/lib/queries/regressions";

export type RegressionCounts = Readonly<Record<RegressionState, number>>;

/** How many regressions of the candidate nobody ended; undefined while that is not known. `known` is what the server knew. */
export function useRegressionCount(release: string | undefined, known: RegressionCounts | null): number | undefined {
  const { data } = useQuery({
    ...regressionQueries.counts(release),
    ...(known === null ? {} : { initialData: { ...known } }),
  });
  return data === undefined || data === null ? undefined : data.open + data.acknowledged;
}
