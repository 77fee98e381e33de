"use client";

import { type KeyboardEvent, useState } from "react";
import { verdictSentence } from "@/components/charts/prepare-verdict-counts";
import { handleRowKey } from "@/components/data-table/row-focus";
import { countOf } from "@/components/ui/format-count";
import { GroupRow, HeadCell, Table } from "@/components/ui/table";
import { TIERS, type Tier } from "@/lib/domain/clusters/cluster";
import { countVerdicts } from "@/lib/domain/readiness/summary-sentence";
import { AreaHead } from "./area-head";
import type { BoardShown } from "./board-shown";
import { verdictInView } from "./filter-board";
import type { BoardGroup } from "./group-board";
import { RegionRow } from "./region-row";

function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  if (isPlain && event.target instanceof Element && handleRowKey(event.key, event.target)) event.preventDefault();
}

function TierHead({ tier, groups, shown }: { tier: Tier; groups: readonly BoardGroup[]; shown: BoardShown }) {
  const items = groups.flatMap((group) => group.items);
  const counts = countVerdicts(items.map((item) => verdictInView(item, shown.chosenAreas)));
  return (
    <GroupRow columns={shown.areas.length + 3}>
      <span className="font-semibold">{tier}</span>
      <span className="text-ink2">{countOf(items.length, "cluster")}</span>
      <span className="ml-2 text-ink2 text-small">{verdictSentence(counts)}</span>
    </GroupRow>
  );
}

/** A large fleet: a row for each group of clusters with one mark for each of them; a row opens to what is not ready. */
export function RegionBoard(shown: BoardShown) {
  const { groups, areas, board } = shown;
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string) => {
    const next = new Set(open);
    if (!next.delete(key)) next.add(key);
    setOpen(next);
  };
  const tiers = TIERS.map((tier) => ({ tier, members: groups.filter((group) => group.tier === tier) }));
  const sections = [{ tier: null, members: groups.filter(({ tier }) => tier === null) }, ...tiers];
  const isByRegion = groups.some(({ region }) => region !== null);
  return (
    <Table label={`Readiness by region for ${board.release}`} onKeyDown={onKeyDown}>
      <thead>
        <tr>
          <HeadCell pinned className="w-[140px] min-w-[140px] print:static">
            {isByRegion ? "Region" : "Group"}
          </HeadCell>
          <HeadCell className="w-[38%] min-w-[110px] print:static">
            One mark per cluster<span className="@max-[760px]/matrix:sr-only">, worst first</span>
          </HeadCell>
          {areas.map((area) => (
            <AreaHead key={area} area={area} className="w-[7.2%] print:static" />
          ))}
          <HeadCell numeric className="w-[70px] print:static">
            Oldest
          </HeadCell>
        </tr>
      </thead>
      {sections.map(({ tier, members }) =>
        members.length === 0 ? null : (
          <tbody key={tier ?? "all"}>
            {tier === null || !isByRegion ? null : <TierHead tier={tier} groups={members} shown={shown} />}
            {members.map((group) => (
              <RegionRow
                key={group.key}
                group={group}
                shown={shown}
                open={open.has(group.key)}
                onToggle={() => toggle(group.key)}
              />
            ))}
          </tbody>
        ),
      )}
    </Table>
  );
}
