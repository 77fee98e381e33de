"use client";

import type { KeyboardEvent } from "react";
import { handleRowKey } from "@/components/data-table/row-focus";
import { HeadCell, Table } from "@/components/ui/table";
import { AreaHead } from "./area-head";
import type { BoardShown } from "./board-shown";
import { GroupHead } from "./group-head";
import { MatrixRow } from "./matrix-row";

function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (isPlain && event.target instanceof Element && handleRowKey(event.key, event.target)) event.preventDefault();
}

/** Clusters by areas. Arrows go from cell to cell, `j` and `k` from row to row, Enter opens. */
export function Matrix({ groups, areas, board, release }: BoardShown) {
  const isGrouped = groups.some(({ tier }) => tier !== null);
  return (
    <Table label={`Readiness of each cluster for ${board.release}`} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <HeadCell pinned className="w-[25%] min-w-[130px] print:static print:min-w-0">
            Cluster
          </HeadCell>
          <HeadCell className="px-1.5 print:static">Verdict</HeadCell>
          {areas.map((area) => (
            <AreaHead key={area} area={area} className="w-[8%] print:static" />
          ))}
          <HeadCell numeric className="@max-[1060px]/matrix:hidden print:table-cell print:static">
            Nodes ok
          </HeadCell>
          <HeadCell numeric className="print:static">
            Oldest
          </HeadCell>
          <HeadCell numeric className="@max-[600px]/matrix:hidden print:static print:table-cell">
            Runs
          </HeadCell>
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group.key}>
          {isGrouped ? <GroupHead group={group} columns={areas.length + 5} /> : null}
          {group.items.map((item) => (
            <MatrixRow key={item.cluster} item={item} areas={areas} candidate={board.release} release={release} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}
