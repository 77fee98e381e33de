"use client";

import { useQueryStates } from "nuqs";
import type { ListFilters } from "./filter-regressions";
import { listParams } from "./list-params";

export interface ListFilterState {
  filters: ListFilters;
  isFiltered: boolean;
  /** The group that is open: `groupId`. */
  open: string | null;
  /** What is typed replaces the entry in the history; what is chosen adds one, so that Back undoes it. */
  change: (next: Partial<ListFilters>) => void;
  toggle: (group: string) => void;
  clear: () => void;
}

const CHOICES = ["state", "kind", "area", "cluster"] as const;
const NONE: ListFilters = { q: "", state: [], kind: [], area: [], cluster: [], subject: null };

/** An empty choice leaves the address. */
function toParams({ q, subject, ...next }: Partial<ListFilters>) {
  const chosen = CHOICES.map((name) => [name, next[name]?.length === 0 ? null : next[name]] as const);
  return {
    ...Object.fromEntries(chosen.filter(([, value]) => value !== undefined)),
    ...(q === undefined ? {} : { q: q === "" ? null : q }),
    ...(subject === undefined ? {} : { subject }),
  };
}

/** The filters of the regressions and the open group, held in the address. */
export function useListFilters(): ListFilterState {
  const [{ open, ...filters }, set] = useQueryStates(listParams);
  return {
    filters,
    open,
    isFiltered: filters.q.trim() !== "" || filters.subject !== null || CHOICES.some((name) => filters[name].length > 0),
    change: (next) => void set(toParams(next), { history: "q" in next ? "replace" : "push" }),
    toggle: (group) => void set({ open: group === open ? null : group }, { history: "push" }),
    clear: () => void set(toParams(NONE), { history: "push" }),
  };
}
