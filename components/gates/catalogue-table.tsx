"use client";

import { onRowKeys } from "@/components/data-table/on-row-keys";
import { GroupRow, HeadCell, Table } from "@/components/ui/table";
import type { Gate } from "@/lib/domain/gates/gate";
import type { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import { AREAS } from "@/lib/domain/readiness/area";
import { countWords } from "@/lib/domain/readiness/words";
import type { GateActivityAnswer } from "@/lib/queries/gates";
import { CatalogueRow } from "./catalogue-row";
import { didNotPass } from "./gate-words";

interface CatalogueTableProps {
  gates: readonly Gate[];
  activity: GateActivityAnswer | null;
  /** The candidate in the address. */
  release: string | undefined;
}

const COLUMNS = 7;

/** Those whose last run failed go before the others; among equals the order of the catalogue stays. */
function failedFirst(gates: readonly Gate[], activity: ReadonlyMap<string, GateActivityDto>): Gate[] {
  const rank = ({ id }: Gate) => (didNotPass(activity.get(id)) ? 0 : 1);
  return AREAS.flatMap((area) => gates.filter((gate) => gate.area === area).toSorted((a, b) => rank(a) - rank(b)));
}

/** The gates by area: what each proves, what it asks for, and what was run of it. */
export function CatalogueTable({ gates, activity, release }: CatalogueTableProps) {
  const byGate = new Map(activity?.items.map((item) => [item.gate, item]));
  const byArea = [...Map.groupBy(failedFirst(gates, byGate), ({ area }) => area)];
  return (
    <Table label="Gates by area" onKeyDown={onRowKeys}>
      <thead>
        <tr>
          <HeadCell className="w-[47%] max-sm:w-auto">Gate</HeadCell>
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
          <HeadCell className="w-40 max-sm:w-28">Last run</HeadCell>
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
