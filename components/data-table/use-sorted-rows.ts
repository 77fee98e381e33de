"use client";

import {
  type ColumnDef,
  createSortedRowModel,
  functionalUpdate,
  rowSortingFeature,
  type SortingState,
  sortFn_alphanumeric,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useMemo, useState } from "react";
import type { DataColumn, Sort } from "./data-column";

const FEATURES = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { alphanumeric: sortFn_alphanumeric },
});

interface Options<Row> {
  rows: readonly Row[];
  columns: readonly DataColumn<Row>[];
  rowId: (row: Row) => string;
  /** Held outside, such as in the address; without it the table holds its own. */
  sort?: Sort | null | undefined;
  initialSort?: Sort | undefined;
  onSortChange?: ((sort: Sort | null) => void) | undefined;
}

/** The rows in the chosen order, by TanStack Table; each with the id that keeps it itself. */
export function useSortedRows<Row extends object>(options: Options<Row>) {
  const { rows, columns, rowId, sort, initialSort, onSortChange } = options;
  const [own, setOwn] = useState<Sort | null>(initialSort ?? null);
  const chosen = sort === undefined ? own : sort;
  const definitions = useMemo(
    () =>
      columns.map(
        ({ id, header, value }): ColumnDef<typeof FEATURES, Row> => ({
          id,
          header,
          // An undefined value, unlike null, is kept last in both directions.
          accessorFn: (row) => value?.(row) ?? undefined,
          enableSorting: value !== undefined,
          sortFn: "alphanumeric",
          sortUndefined: "last",
        }),
      ),
    [columns],
  );
  const data = useMemo(() => [...rows], [rows]);
  const sorting: SortingState = useMemo(() => (chosen === null ? [] : [chosen]), [chosen]);
  const table = useTable({
    features: FEATURES,
    columns: definitions,
    data,
    getRowId: rowId,
    enableMultiSort: false,
    sortDescFirst: false,
    state: { sorting },
    onSortingChange: (updater) => {
      const [next] = functionalUpdate(updater, sorting);
      const nextSort = next === undefined ? null : { id: next.id, desc: next.desc };
      setOwn(nextSort);
      onSortChange?.(nextSort);
    },
  });
  return {
    sorted: table.getRowModel().rows,
    directionOf: (id: string) => table.getColumn(id)?.getIsSorted() ?? false,
    toggle: (id: string) => table.getColumn(id)?.toggleSorting(),
  };
}
