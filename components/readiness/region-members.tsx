"use client";

import Link from "next/link";
import { useState } from "react";
import { verdictSentence } from "@/components/charts/prepare-verdict-counts";
import { VerdictMark } from "@/components/status/verdict";
import { Cell, Row, RowHead } from "@/components/ui/table";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { numberWords, startSentence } from "@/lib/domain/readiness/words";
import { routes } from "@/lib/routes";
import { AreaCell } from "./area-cell";
import type { BoardShown } from "./board-shown";
import { verdictInView } from "./filter-board";
import { foldReady } from "./fold-ready";
import type { BoardGroup } from "./group-board";
import { isStale } from "./is-stale";
import { OldestEvidence } from "./oldest-evidence";

function Member({ item, shown }: { item: ReadinessItemDto; shown: BoardShown }) {
  const { areas, chosenAreas, release } = shown;
  return (
    <Row data-row={item.cluster} tabIndex={-1} className="focus-visible:-outline-offset-2">
      <RowHead className="pl-7 print:static">
        <Link
          href={routes.cluster(item.cluster, { release })}
          prefetch={false}
          data-row-link
          className="flex items-center gap-1.5 whitespace-nowrap rounded-bar hover:underline"
        >
          <VerdictMark verdict={verdictInView(item, chosenAreas)} stale={isStale(item)} size={13} />
          {item.cluster}
        </Link>
      </RowHead>
      <Cell className="max-w-0 truncate text-ink2 text-small" title={item.why ?? undefined}>
        {item.why === null ? null : startSentence(item.why)}
      </Cell>
      {areas.map((area) => (
        <Cell key={area} className="px-0.5">
          <AreaCell item={item} area={area} release={release} />
        </Cell>
      ))}
      <Cell numeric className="whitespace-nowrap">
        <OldestEvidence iso={item.evidence.oldestAt} stale={isStale(item)} />
      </Cell>
    </Row>
  );
}

/** The clusters of an open row that are not ready, and how many are folded beneath them. */
export function RegionMembers({ group, shown }: { group: BoardGroup; shown: BoardShown }) {
  const [all, setAll] = useState(false);
  const { listed, folded, foldedCount } = foldReady(group.items, shown.chosenAreas);
  return (
    <>
      {(all ? group.items : listed).map((item) => (
        <Member key={item.cluster} item={item} shown={shown} />
      ))}
      {foldedCount === 0 ? null : (
        <tr className="row-height">
          <td colSpan={shown.areas.length + 3} className="border-line border-b pl-7 text-ink2 text-small">
            {all ? null : `${verdictSentence(folded)} ${foldedCount === 1 ? "is" : "are"} folded. `}
            <button type="button" onClick={() => setAll(!all)} className={textLinkClasses}>
              {all ? "Show only what is not ready" : `Show ${numberWords(foldedCount)} more`}
            </button>
          </td>
        </tr>
      )}
    </>
  );
}
