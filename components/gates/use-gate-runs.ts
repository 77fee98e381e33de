"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useGrowingList } from "@/components/data-table/use-growing-list";
import type { GateRunDto, Outcome } from "@/lib/domain/gates/gate-run";
import { type GateRunsPage, gateQueries } from "@/lib/queries/gates";
import { gateRunsParams } from "./gate-params";

function totalOf(counts: Readonly<Record<Outcome, number>> | undefined, outcome: Outcome | null): number | undefined {
  if (counts === undefined) return undefined;
  if (outcome !== null) return counts[outcome];
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** The runs of a gate as the address filters them. `release` is the candidate; null where there is none. */
export function useGateRuns(gate: string, release: string | null) {
  const [filters, set] = useQueryStates(gateRunsParams, { history: "push" });
  const everyRelease = filters.releases === "every" || release === null;
  const of = {
    gate,
    cluster: filters.cluster ?? undefined,
    release: everyRelease ? undefined : release,
    outcome: filters.outcome ?? undefined,
  };
  const query = useQuery({ ...gateQueries.runs(of), placeholderData: keepPreviousData });
  const list = useGrowingList<GateRunDto, GateRunsPage>({
    of,
    newest: query.isPlaceholderData ? undefined : query.data,
    earlier: (cursor) => gateQueries.earlierRuns(of, cursor),
    idOf: ({ id }) => id,
  });
  return {
    filters,
    isFiltered: filters.outcome !== null || filters.cluster !== null,
    change: (next: Partial<typeof filters>) => void set(next),
    everyRelease,
    query,
    list,
    counts: query.data?.counts,
    total: totalOf(query.data?.counts, filters.outcome),
  };
}

export type GateRunsState = ReturnType<typeof useGateRuns>;
