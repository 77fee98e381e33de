"use client";

import { useQueryStates } from "nuqs";
import type { NodeFilters } from "./filter-groups";
import { nodeParams } from "./node-params";

export interface NodeFilterState {
  filters: NodeFilters;
  isFiltered: boolean;
  /** The id of the group that is open. */
  open: string | null;
  /** What is typed replaces the entry in the history; what is chosen adds one, so that Back undoes it. */
  change: (next: Partial<NodeFilters>) => void;
  toggle: (group: string) => void;
  clear: () => void;
}

const CHOICES = ["verdict", "cluster", "requirement", "kernel", "image"] as const;

/** An empty choice leaves the address. */
function toParams(next: Partial<NodeFilters>) {
  const chosen = CHOICES.map((name) => [name, next[name]?.length === 0 ? null : next[name]] as const);
  const given = Object.fromEntries(chosen.filter(([, value]) => value !== undefined));
  return next.q === undefined ? given : { ...given, q: next.q === "" ? null : next.q };
}

/** The filters of the nodes and the open group, held in the address. */
export function useNodeFilters(): NodeFilterState {
  const [{ open, ...filters }, set] = useQueryStates(nodeParams);
  const none: NodeFilters = { q: "", verdict: [], cluster: [], requirement: [], kernel: [], image: [] };
  return {
    filters,
    open,
    isFiltered: filters.q.trim() !== "" || CHOICES.some((name) => filters[name].length > 0),
    change: (next) => void set(toParams(next), { history: "q" in next ? "replace" : "push" }),
    toggle: (group) => void set({ open: group === open ? null : group }, { history: "push" }),
    clear: () => void set(toParams(none), { history: "push" }),
  };
}
