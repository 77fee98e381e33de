"use client";

import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { boardParams, type Grouping } from "./board-params";
import type { BoardFilters } from "./filter-board";

export interface BoardFilterState {
  filters: BoardFilters;
  /** Null: by how many clusters there are. */
  group: Grouping | null;
  /** What is typed replaces the entry in the history; what is chosen adds one, so that Back undoes it. */
  change: (next: Partial<BoardFilters>) => void;
  regroup: (group: Grouping | null) => void;
  clear: () => void;
}

const NONE: BoardFilters = { q: "", verdict: [], tier: [], area: [], region: [], kernel: [], cause: null };

/** Whether any of the filters leaves something out. */
export function isFiltered(filters: BoardFilters): boolean {
  return filters.cause !== null || filters.q.trim() !== "" || CHOICES.some((name) => filters[name].length > 0);
}
const CHOICES = ["verdict", "tier", "area", "region", "kernel"] as const;

function filtersOf({ q, verdict, tier, area, region, kernel, cause }: BoardFilters): BoardFilters {
  return { q, verdict, tier, area, region, kernel, cause };
}

/** An empty choice leaves the address. */
function toParams(next: Partial<BoardFilters>) {
  const { q, cause } = next;
  const chosen = CHOICES.map((name) => [name, next[name]?.length === 0 ? null : next[name]] as const);
  return {
    ...Object.fromEntries(chosen.filter(([, value]) => value !== undefined)),
    ...(q === undefined ? {} : { q: q === "" ? null : q }),
    ...(cause === undefined ? {} : { cause }),
  };
}

/** The filters of the board, held in the address. */
export function useBoardFilters(): BoardFilterState {
  const [state, set] = useQueryStates(boardParams);
  // The same object until something changes, so that what is computed from it is not computed again.
  const filters = useMemo(() => filtersOf(state), [state]);
  return {
    filters,
    group: state.group,
    change: (next) => void set(toParams(next), { history: "q" in next ? "replace" : "push" }),
    regroup: (next) => void set({ group: next }, { history: "push" }),
    clear: () => void set(toParams(NONE), { history: "push" }),
  };
}
