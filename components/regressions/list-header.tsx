"use client";

import Link from "next/link";
import { Disclosure } from "@/components/ui/disclosure";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { RegressionGroupsAnswer } from "@/lib/queries/regressions";
import { routes } from "@/lib/routes";
import { FamilyTable } from "./family-table";
import { boardTotals, listSentence, wasCompared } from "./list-sentence";
import { WholeNames } from "./whole-names";

/** The answer, and how far it is to be believed: what was tested, and how many of the reds are expected to be false. */
export function ListHeader({ answer, clusters }: { answer: RegressionGroupsAnswer; clusters: readonly string[] }) {
  const { board, items } = answer;
  return (
    <header className="max-w-[1090px]">
      <h1 className="text-balance text-title">
        <WholeNames text={listSentence(board, items, [...clusters])} />
      </h1>
      {wasCompared(board) ? (
        <>
          <p className="mt-1 text-ink2">
            <span className="text-ink">{board.sentence}</span>{" "}
            {board.judgedAt === null ? null : (
              <>
                Judged <Instant iso={board.judgedAt} /> UTC by {board.ruleVersion}.{" "}
              </>
            )}
            <Link href={routes.calibration()} className={`${textLinkClasses} print:hidden`}>
              How past reds ended
            </Link>
          </p>
          {boardTotals(board).cells === 0 ? null : (
            <Disclosure
              summary={
                <span className="text-ink2">
                  What was compared: {boardTotals(board).cells.toLocaleString("en-GB")} cells
                </span>
              }
              className="mt-1"
            >
              <FamilyTable families={board.families.filter(({ cells }) => cells > 0)} />
            </Disclosure>
          )}
        </>
      ) : null}
    </header>
  );
}
