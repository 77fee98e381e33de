"use client";

import { VerdictMark } from "@/components/status/verdict";
import { Disclosure } from "@/components/ui/disclosure";
import { AREAS } from "@/lib/domain/readiness/area";
import type { BoardShown } from "./board-shown";
import { verdictInView } from "./filter-board";
import { groupBoard } from "./group-board";
import { NarrowCard, NarrowReady } from "./narrow-card";

/** More ready ones than this stay folded. */
const OPEN_UP_TO = 12;

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
            className="grid grid-cols-[28px_repeat(6,38px)_1fr] border-line border-y bg-surface px-4 py-1.5 text-label text-ink2"
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
      {ready.length === 0 ? null : (
        <Disclosure
          open={ready.length <= OPEN_UP_TO}
          summary={
            <span className="flex flex-1 items-center gap-2">
              <VerdictMark verdict="ready" decorative />
              <span className="font-semibold">{ready.length} ready</span>
              <span className="ml-auto text-ink3 text-small">
                {chosenAreas.length === 0 ? "all areas ready" : `ready in ${chosenAreas.join(", ")}`}
              </span>
            </span>
          }
          className="[&>summary]:min-h-10 [&>summary]:border-line [&>summary]:border-b [&>summary]:bg-surface [&>summary]:px-4"
        >
          <ul>
            {ready.map((item) => (
              <NarrowReady key={item.cluster} item={item} release={release} />
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
