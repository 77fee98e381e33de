import { statementOf } from "@/components/data-table/table-statement";

/** Beneath the clusters, and told when it changes: how many of them are shown. */
export function ShownCount({ shown, total }: { shown: number; total: number }) {
  return (
    <p role="status" className="figures flex min-h-9 items-center px-2.5 text-ink3 text-small print:hidden">
      {statementOf(shown, total, "cluster")}
    </p>
  );
}
