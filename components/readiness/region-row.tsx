"use client";

import { ChevronRight } from "lucide-react";
import { ClusterStrip } from "@/components/charts/cluster-strip";
import { cn } from "@/components/ui/cn";
import { Cell, Row, RowHead } from "@/components/ui/table";
import { numberWords } from "@/lib/domain/readiness/words";
import type { BoardShown } from "./board-shown";
import { verdictInView } from "./filter-board";
import { type BoardGroup, oldestEvidence } from "./group-board";
import { ManyCell } from "./many-cell";
import { OldestEvidence } from "./oldest-evidence";
import { RegionMembers } from "./region-members";

interface RegionRowProps {
  group: BoardGroup;
  shown: BoardShown;
  open: boolean;
  onToggle: () => void;
}

/** Between so many marks there is no room for a gap. */
const GAPS_BELOW = 140;

function nameOf({ tier, region }: BoardGroup, isByRegion: boolean): string {
  if (isByRegion) return region ?? "no region";
  return tier ?? "all tiers";
}

/** The clusters of one group: a mark for each, and what its areas come to. */
export function RegionRow({ group, shown, open, onToggle }: RegionRowProps) {
  const { areas, chosenAreas } = shown;
  const isByRegion = shown.groups.some(({ region }) => region !== null);
  const marks = group.items.map((item) => ({ name: item.cluster, verdict: verdictInView(item, chosenAreas) }));
  return (
    <>
      <Row
        data-row={group.key}
        tabIndex={-1}
        className={cn("focus-visible:-outline-offset-2", open && "bg-select hover:bg-select")}
      >
        <RowHead className="print:static">
          <button
            type="button"
            data-row-link
            aria-expanded={open}
            onClick={onToggle}
            className="flex min-h-6 items-center gap-1.5 whitespace-nowrap rounded-cell text-left"
          >
            <ChevronRight
              size={13}
              aria-hidden="true"
              className={cn("shrink-0 text-ink3 transition-transform", open && "rotate-90")}
            />
            <span className="font-semibold">{nameOf(group, isByRegion)}</span>
            <span className="figures text-ink2">{numberWords(group.items.length)}</span>
          </button>
        </RowHead>
        <Cell className="max-w-0">
          <ClusterStrip
            clusters={marks}
            className={cn("flex w-full flex-nowrap", marks.length >= GAPS_BELOW && "gap-0")}
          />
        </Cell>
        {areas.map((area) => (
          <Cell key={area} className="px-0.5">
            <ManyCell group={group} area={area} release={shown.release} />
          </Cell>
        ))}
        <Cell numeric className="whitespace-nowrap">
          <OldestEvidence iso={oldestEvidence(group.items)} />
        </Cell>
      </Row>
      {open ? <RegionMembers group={group} shown={shown} /> : null}
    </>
  );
}
