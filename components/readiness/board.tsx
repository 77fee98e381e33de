"use client";

import { useDeferredValue, useMemo } from "react";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { BoardHeader } from "./board-header";
import { CausesCard } from "./causes-card";
import { ChangesCard } from "./changes-card";
import { FilterBar } from "./filter-bar";
import { filterBoard } from "./filter-board";
import { areasInView, groupBoard, ONE_MARK_ABOVE } from "./group-board";
import { Matrix } from "./matrix";
import { NarrowList } from "./narrow-list";
import { NothingMatches } from "./nothing-matches";
import { PrintFooter } from "./print-footer";
import { RegionBoard } from "./region-board";
import { ShownCount } from "./shown-count";
import { useBoardFilters } from "./use-board-filters";

/** `release` is the candidate in the address; undefined is the default one. */
export function Board({ board, release }: { board: ReadinessDto; release: string | undefined }) {
  const state = useBoardFilters();
  const { group } = state;
  // What is typed shows at once; hundreds of clusters may follow a moment later.
  const filters = useDeferredValue(state.filters);
  const { items, counts } = useMemo(() => filterBoard(board.items, board.causes, filters), [board, filters]);
  const isLarge = items.length > ONE_MARK_ABOVE;
  const grouping = group ?? (isLarge ? "region" : "tier");
  const groups = useMemo(() => groupBoard(items, grouping, filters.area), [items, grouping, filters.area]);
  const areas = useMemo(() => areasInView(filters.area), [filters.area]);
  const shown = { groups, areas, chosenAreas: filters.area, board, release };
  return (
    <div data-print-wide className="flex flex-col print:block">
      <BoardHeader board={board} />
      <div className="max-lg:contents print:mt-4! print:mb-3! print:grid! print:grid-cols-[minmax(0,1fr)_290px]! print:gap-4! lg:mt-4 lg:grid lg:grid-cols-[minmax(0,1fr)_minmax(300px,26%)] lg:gap-4">
        <CausesCard
          board={board}
          release={release}
          onShow={(cause) => state.change({ cause })}
          className="max-lg:mt-4 max-sm:order-1"
        />
        <ChangesCard release={release} className="max-lg:order-1 max-lg:mt-4" />
      </div>
      <FilterBar board={board} state={state} counts={counts} grouping={grouping} />
      {items.length === 0 ? (
        <NothingMatches onClear={state.clear} />
      ) : (
        <>
          <div className="@container/matrix max-sm:hidden print:block">
            {isLarge ? <RegionBoard {...shown} /> : <Matrix {...shown} />}
          </div>
          <NarrowList {...shown} />
        </>
      )}
      <ShownCount shown={items.length} total={board.items.length} />
      <PrintFooter board={board} />
    </div>
  );
}
