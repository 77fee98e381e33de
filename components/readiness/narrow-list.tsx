"use client";

import { AREAS } from "@/lib/domain/readiness/area";
import type { BoardShown } from "./board-shown";
import { verdictInView } from "./filter-board";
import { groupBoard } from "./group-board";
import { NarrowCard } from "./narrow-card";
import { NarrowReadyList } from "./narrow-ready-list";

/** Below 640 px: worst first, one reason in words, six aligned glyphs, the ready ones folded. */
export function NarrowList({ groups, chosenAreas, release }: BoardShown) {
  const [group] = groupBoard(
    groups.flatMap(({ items }) => items),
    "none",
    chosenAreas,
  );
  const items = group?.items ?? [];
  const held = items.filter((item) => verdictInView(item, chosenAreas) !== "ready");
  const ready = items.filter((item) => verdictInView(item, chosenAreas) === "ready");
  return (
    <div className="-mx-4 sm:hidden print:hidden">
      {held.length === 0 ? null : (
        <>
          <div
            aria-hidden="true"
            className="grid grid-cols-[28px_repeat(6,38px)_1fr] sticky top-14 z-10 border-line border-y bg-surface px-4 py-1.5 text-label text-ink2"
          >
            <span />
            {AREAS.map((area) => (
              <span key={area}>{area.slice(0, 4)}</span>
            ))}
          </div>
          <ul>
            {held.map((item) => (
              <NarrowCard key={item.cluster} item={item} verdict={verdictInView(item, chosenAreas)} release={release} />
            ))}
          </ul>
        </>
      )}
      {ready.length === 0 ? null : <NarrowReadyList items={ready} chosenAreas={chosenAreas} release={release} />}
    </div>
  );
}
