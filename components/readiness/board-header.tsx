"use client";

import { ShareBar } from "@/components/charts/share-bar";
import { VerdictMark } from "@/components/status/verdict";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/time";
import type { ReadinessDto } from "@/lib/domain/readiness/dto";
import { countWords } from "@/lib/domain/readiness/words";
import { CopySummary } from "./copy-summary";
import { evidenceCount } from "./evidence-count";
import { Unbroken } from "./unbroken";

const WORST_FIRST = ["blocked", "unproven", "review", "ready"] as const;

/** The answer, what it rests on, and the two ways to take it to a meeting. */
export function BoardHeader({ board }: { board: ReadinessDto }) {
  const { summary, policyVersion, computedAt } = board;
  const present = WORST_FIRST.filter((verdict) => summary.counts[verdict] > 0);
  return (
    <header className="flex items-start gap-x-4 gap-y-3 max-md:flex-col">
      <div className="min-w-0 flex-1">
        <h1 className="max-w-[1090px] text-pretty text-title">
          <Unbroken text={summary.sentence} word={board.release} />
        </h1>
        <p className="mt-1 max-w-[1090px] text-ink2 max-sm:hidden print:block">
          {summary.detail} Policy v{policyVersion}
          {computedAt === null ? null : (
            <>
              , judged <Instant iso={computedAt} /> UTC
            </>
          )}{" "}
          from {countWords(evidenceCount(board), "evidence item")}.
        </p>
        <div className="mt-3 sm:hidden print:hidden">
          <ShareBar counts={summary.counts} decorative className="flex h-3 w-full" />
          <ul className="mt-2 flex flex-wrap gap-x-2.5 gap-y-1">
            {present.map((verdict) => (
              <li key={verdict} className="flex items-center gap-1 text-ink2">
                <VerdictMark verdict={verdict} decorative />
                <span className="figures">{summary.counts[verdict]}</span> {verdict}
              </li>
            ))}
          </ul>
        </div>
      </div>
      <div className="flex gap-2 max-sm:hidden print:hidden">
        <CopySummary board={board} />
        <Button onClick={() => window.print()}>Print</Button>
      </div>
    </header>
  );
}
