"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { textLinkClasses } from "@/components/ui/text-link";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { numberWords } from "@/lib/domain/readiness/words";
import { CauseRow } from "./cause-row";
import { causeKey } from "./filter-board";
import { PlainCard } from "./plain-card";

/** As many as can be read aloud. */
const FIRST = 5;

interface CausesCardProps {
  board: ReadinessDto;
  release: string | undefined;
  /** Shows only the clusters that the cause holds. */
  onShow: (cause: string) => void;
  className?: string;
}

/** What keeps clusters from being ready, worst first, and which clusters. */
export function CausesCard({ board, release, onShow, className }: CausesCardProps) {
  const [all, setAll] = useState(false);
  const { causes } = board;
  const shown = all ? causes : causes.slice(0, FIRST);
  const more = causes.length > FIRST;
  const note = causes.length === 0 ? undefined : `${shown.length} of ${numberWords(causes.length)} causes, worst first`;
  return (
    <PlainCard
      title="What holds the others"
      className={cn("lg:min-h-[172px]", className)}
      note={note}
      aside={
        more ? (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className={`${textLinkClasses} print:hidden`}
          >
            {all ? "fewer" : `all ${numberWords(causes.length)}`}
          </button>
        ) : undefined
      }
    >
      {causes.length === 0 ? (
        <p className="text-ink2">Nothing: every cluster is ready.</p>
      ) : (
        <table className="w-full border-separate border-spacing-0">
          <thead className="sr-only">
            <tr>
              <th scope="col">Verdict</th>
              <th scope="col">Cause</th>
              <th scope="col">Clusters</th>
              <th scope="col">Count</th>
              <th scope="col">Since</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cause) => (
              <CauseRow key={causeKey(cause)} cause={cause} release={release} onShow={onShow} />
            ))}
          </tbody>
        </table>
      )}
    </PlainCard>
  );
}
