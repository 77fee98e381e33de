"use client";

import { Download } from "lucide-react";
import { countOf, formatCount } from "@/components/ui/format-count";
import { toCsv } from "./csv";
import type { DataColumn } from "./data-column";

interface TableStatementProps<Row> {
  shown: number;
  total: number;
  noun: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  csvName: string | undefined;
}

/** How many are shown of how many: "14 of 212 cases", or "212 cases". */
export function statementOf(shown: number, total: number, noun: string): string {
  return shown === total ? countOf(total, noun) : `${formatCount(shown)} of ${countOf(total, noun)}`;
}

function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}

/** Beneath a table: how many rows it shows, and those rows as CSV. */
export function TableStatement<Row>({ shown, total, noun, columns, rows, csvName }: TableStatementProps<Row>) {
  return (
    <div className="flex min-h-9 items-center justify-between gap-3 px-2.5 text-ink3 text-small">
      <p role="status" className="figures">
        {statementOf(shown, total, noun)}
      </p>
      {csvName === undefined ? null : (
        <button
          type="button"
          onClick={() => download(csvName, toCsv(columns, rows))}
          className="touch inline-flex min-h-6 items-center gap-1.5 rounded-cell px-1 hover:text-ink print:hidden"
        >
          <Download size={13} aria-hidden="true" />
          CSV
        </button>
      )}
    </div>
  );
}
