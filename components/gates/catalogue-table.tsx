"use client";

import { onRowKeys } from "@/components/data-table/on-row-keys";
import { GroupRow, HeadCell, Table } from "@/components/ui/table";
import type { Gate } from "@/lib/domain/gates/gate";
import { countWords } from "@/lib/domain/readiness/words";
import type { GateActivityAnswer } from "@/lib/queries/gates";
import { CatalogueRow } from "./catalogue-row";

interface CatalogueTableProps {
  gates: readonly Gate[];
  activity: GateActivityAnswer | null;
  /** The candidate in the address. */
  release: string | undefined;
}

const COLUMNS = 7;

/** The gates by area: what each proves, what it asks for, and what was run of it. */
export function CatalogueTable({ gates, activity, release }: CatalogueTableProps) {
  const byArea = [...Map.groupBy(gates, ({ area }) => area)];
  const byGate = new Map(activity?.items.map((item) => [item.gate, item]));
  return (
    <Table label="Gates by area" onKeyDown={onRowKeys}>
      <thead>
        <tr>
          <HeadCell className="w-[46%]">Gate</HeadCell>
          <HeadCell className="max-md:hidden">Required of</HeadCell>
          <HeadCell numeric className="max-md:hidden">
            Least runs
          </HeadCell>
          <HeadCell numeric className="max-md:hidden">
            Must pass
          </HeadCell>
          <HeadCell numeric className="max-md:hidden">
            Within
          </HeadCell>
          <HeadCell numeric className="max-sm:hidden">
            Passed{activity === null ? "" : `, ${activity.release}`}
          </HeadCell>
          <HeadCell>Last run</HeadCell>
        </tr>
      </thead>
      {byArea.map(([area, members]) => (
        <tbody key={area}>
          <GroupRow columns={COLUMNS}>
            <span className="font-semibold">{area}</span>
            <span className="text-ink2">{countWords(members.length, "gate")}</span>
          </GroupRow>
          {members.map((gate) => (
            <CatalogueRow key={gate.id} gate={gate} activity={byGate.get(gate.id)} release={release} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}
