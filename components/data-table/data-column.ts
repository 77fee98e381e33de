import type { ReactNode } from "react";

/** What a column is sorted by and exported as; null is unknown and sorts last either way. */
export type ColumnValue = string | number | null;

/** One column of a `DataTable`. */
export interface DataColumn<Row> {
  id: string;
  /** In the header, with its unit: "Duration, s". */
  header: string;
  cell: (row: Row) => ReactNode;
  /** Makes the column sortable and puts it in the CSV. */
  value?: (row: Row) => ColumnValue;
  /** Numbers stand right, in tabular figures. */
  numeric?: boolean;
  /** A CSS width; wanted on a table of many rows, where only those in view are measured. */
  width?: string;
  /** On the header and every cell: `max-md:hidden`. */
  className?: string;
}

/** The column that rows are ordered by. */
export interface Sort {
  id: string;
  desc: boolean;
}
