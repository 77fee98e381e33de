"use client";

import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { InputWithEnd } from "@/components/ui/input";
import { Kbd } from "@/components/ui/kbd";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import type { VerdictCounts } from "@/lib/domain/readiness/summary-sentence";
import { BoardMenus } from "./board-menus";
import type { Grouping } from "./board-params";
import { causeKey } from "./filter-board";
import { FilterMenus } from "./filter-menus";
import { type BoardFilterState, isFiltered } from "./use-board-filters";
import { VerdictChips } from "./verdict-chips";

interface FilterBarProps {
  board: ReadinessDto;
  state: BoardFilterState;
  counts: VerdictCounts;
  grouping: Grouping;
}

/** What of the board is in view. Every choice is in the address. */
export function FilterBar({ board, state, counts, grouping }: FilterBarProps) {
  const { filters, change, clear, regroup } = state;
  const cause = board.causes.find((one) => causeKey(one) === filters.cause);
  return (
    <div className="mt-4 mb-2 flex flex-wrap items-center gap-2 print:hidden">
      <InputWithEnd
        type="search"
        data-page-filter
        aria-label="Filter clusters"
        placeholder="Filter clusters"
        value={filters.q}
        onChange={(event) => change({ q: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          // A search field would empty itself: leaving it keeps what was typed.
          event.preventDefault();
          event.currentTarget.blur();
        }}
        end={<Kbd className="max-sm:hidden">/</Kbd>}
        className="w-42 max-sm:w-full max-sm:flex-1"
      />
      <VerdictChips chosen={filters.verdict} counts={counts} onChange={(verdict) => change({ verdict })} />
      <FilterMenus items={board.items} filters={filters} onChange={change} />
      {filters.cause === null ? null : (
        <Button onClick={() => change({ cause: null })} title="Show the clusters of every cause">
          {cause?.title ?? "A cause that is gone"}
          <X size={13} aria-hidden="true" />
          <span className="sr-only">, show the clusters of every cause</span>
        </Button>
      )}
      {isFiltered(filters) ? (
        <Button variant="quiet" onClick={clear}>
          Clear
        </Button>
      ) : null}
      <BoardMenus grouping={grouping} onGroup={regroup} />
    </div>
  );
}
