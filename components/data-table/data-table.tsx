"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { cn } from "@/components/ui/cn";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { Cell, Row, RowHead } from "@/components/ui/table";
import type { DataColumn, Sort } from "./data-column";
import { handleRowKey } from "./row-focus";
import { SortHeader } from "./sort-header";
import { TableStatement } from "./table-statement";
import { useSortedRows } from "./use-sorted-rows";
import { useRowWindow, VIRTUAL_ABOVE } from "./window-rows";

interface DataTableProps<Item extends object> {
  /** The accessible name. */
  label: string;
  /** Already filtered; the first column is the head of each row. */
  rows: readonly Item[];
  columns: readonly DataColumn<Item>[];
  rowId: (row: Item) => string;
  /** What a row is, for "14 of 212 cases". */
  noun: string;
  /** How many there are before filtering; the number of rows unless given. */
  total?: number;
  /** In place of the table when there is no row. */
  empty: ReactNode;
  initialSort?: Sort;
  /** The order when it is held outside, such as in the address. */
  sort?: Sort | null;
  onSortChange?: (sort: Sort | null) => void;
  /** Offers the rows as they are as CSV under this name, without its ending. */
  csvName?: string;
}

function onTableKey(event: KeyboardEvent<HTMLTableElement>): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (isPlain && event.target instanceof Element && handleRowKey(event.key, event.target)) event.preventDefault();
}

/** Keeps the room of rows that are not drawn, so the scroll bar tells the truth. */
function Spacer({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={columns} style={{ height, padding: 0 }} />
    </tr>
  );
}

function Cells<Item extends object>({ row, columns }: { row: Item; columns: readonly DataColumn<Item>[] }) {
  return columns.map((column, at) => {
    const Part = at === 0 ? RowHead : Cell;
    return (
      <Part key={column.id} numeric={column.numeric ?? false} className={column.className}>
        {column.cell(row)}
      </Part>
    );
  });
}

/**
 * Rows that can be ordered, walked through by keyboard and exported. Above 200 rows only those in view are in the
 * document, inside a region that scrolls by itself; the table still tells assistive technology all of its rows.
 */
export function DataTable<Item extends object>(props: DataTableProps<Item>) {
  const { label, rows, columns, noun, total, empty, csvName } = props;
  const region = useRef<HTMLDivElement>(null);
  const { sorted, directionOf, toggle } = useSortedRows(props);
  const visible = useRowWindow(sorted.length, region);
  if (rows.length === 0) return empty;
  const isVirtual = sorted.length > VIRTUAL_ABOVE;
  const drawn = visible.indexes.flatMap((index) => sorted[index] ?? []);
  return (
    <div>
      <ScrollRegion
        ref={region}
        label={label}
        own={isVirtual}
        className={isVirtual ? "max-h-[calc(100dvh-200px)] min-h-60" : "lg:overflow-visible"}
      >
        <table
          aria-label={label}
          aria-rowcount={isVirtual ? sorted.length + 1 : undefined}
          className={cn("w-full border-separate border-spacing-0", isVirtual && "table-fixed")}
          onKeyDown={onTableKey}
        >
          <thead>
            <tr aria-rowindex={isVirtual ? 1 : undefined}>
              {columns.map((column, at) => (
                <SortHeader
                  key={column.id}
                  label={column.header}
                  pinned={at === 0}
                  numeric={column.numeric}
                  width={column.width}
                  className={column.className}
                  direction={directionOf(column.id)}
                  onToggle={column.value === undefined ? undefined : () => toggle(column.id)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            <Spacer height={visible.before} columns={columns.length} />
            {drawn.map((row, at) => (
              <Row
                key={row.id}
                data-row={row.id}
                data-index={visible.indexes[at]}
                tabIndex={-1}
                ref={visible.measure}
                aria-rowindex={isVirtual ? Number(visible.indexes[at]) + 2 : undefined}
              >
                <Cells row={row.original} columns={columns} />
              </Row>
            ))}
            <Spacer height={visible.after} columns={columns.length} />
          </tbody>
        </table>
      </ScrollRegion>
      <TableStatement
        shown={rows.length}
        total={total ?? rows.length}
        noun={noun}
        columns={columns}
        rows={sorted.map((row) => row.original)}
        csvName={csvName}
      />
    </div>
  );
}
