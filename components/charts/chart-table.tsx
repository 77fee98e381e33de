"use client";

import { type ReactNode, useId, useState } from "react";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { textLinkClasses } from "@/components/ui/text-link";

interface ChartTableProps {
  /** What the chart shows, in a sentence. */
  label: string;
  headers: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  /** Where the same data can be had from the API. */
  query?: string;
  children: ReactNode;
}

interface ChartRowsProps extends Pick<ChartTableProps, "label" | "headers" | "rows"> {
  /** A height beyond which it scrolls by itself. */
  className?: string;
}

/** The rows of a chart as a table. */
export function ChartRows({ label, headers, rows, className }: ChartRowsProps) {
  const table = (
    <table aria-label={label} className="figures w-full text-left text-small">
      <thead>
        <tr>
          {headers.map((header) => (
            <th key={header} scope="col" className="sticky top-0 bg-bg py-0.5 pr-3 font-medium text-ink2">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join(" ")} className="border-line border-t">
            {cells.map((cell, at) => (
              <td key={headers[at]} className="py-0.5 pr-3">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (className === undefined) return table;
  return (
    <ScrollRegion label={label} own className={className}>
      {table}
    </ScrollRegion>
  );
}

/** A chart with the table that says the same, for eyes, ears and paper. */
export function ChartTable({ label, headers, rows, query, children }: ChartTableProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure aria-label={label}>
      <div id={id}>{asTable ? <ChartRows label={label} headers={headers} rows={rows} /> : children}</div>
      <figcaption className="mt-2 flex gap-3 text-ink2 text-small print:hidden">
        <button
          type="button"
          aria-expanded={asTable}
          aria-controls={id}
          onClick={() => setAsTable(!asTable)}
          className={textLinkClasses}
        >
          {asTable ? "show as chart" : "show as table"}
        </button>
        {query === undefined ? null : (
          <a href={query} className={textLinkClasses}>
            query
          </a>
        )}
      </figcaption>
    </figure>
  );
}
