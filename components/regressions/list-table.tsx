"use client";

import { onRowKeys } from "@/components/data-table/on-row-keys";
import { HeadCell, Table } from "@/components/ui/table";
import type { RegressionGroup } from "./filter-regressions";
import { GROUP_COLUMNS, ListRow } from "./list-row";

interface ListTableProps {
  groups: readonly RegressionGroup[];
  release: string;
  open: string | null;
  onToggle: (group: string) => void;
}

/** One row for each subject, worst first: one cause over many clusters is one row, and opens to its clusters. */
export function ListTable({ groups, release, open, onToggle }: ListTableProps) {
  return (
    <Table label={`Regressions of ${release} by subject, worst first`} onKeyDown={onRowKeys}>
      <thead>
        <tr>
          <HeadCell className="w-[32%] max-md:w-auto">What got worse</HeadCell>
          <HeadCell className="w-[22%] max-sm:hidden">Clusters</HeadCell>
          <HeadCell numeric className="max-md:hidden">
            Baseline → candidate
          </HeadCell>
          <HeadCell numeric className="max-sm:hidden">
            Effect
          </HeadCell>
          <HeadCell numeric className="max-md:hidden">
            <abbr title="Corrected for everything on the board" className="no-underline">
              q
            </abbr>
          </HeadCell>
          <HeadCell numeric className="max-lg:hidden">
            <abbr title="All clusters tested together" className="no-underline">
              q, pooled
            </abbr>
          </HeadCell>
          <HeadCell numeric className="max-lg:hidden">
            First seen
          </HeadCell>
          <HeadCell className="max-sm:hidden">Looked after by</HeadCell>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <ListRow
            key={group.id}
            group={group}
            columns={GROUP_COLUMNS}
            open={group.id === open}
            onToggle={() => onToggle(group.id)}
          />
        ))}
      </tbody>
    </Table>
  );
}
