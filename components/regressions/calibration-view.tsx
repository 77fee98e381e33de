"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { TableCard } from "@/components/settings/table-card";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { SkeletonRows } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { CalibrationDto } from "@/lib/domain/regressions/dto";
import { regressionQueries } from "@/lib/queries/regressions";
import { routes } from "@/lib/routes";
import { CalibrationTable } from "./calibration-table";
import { replayWords } from "./calibration-words";
import { ReplayTable } from "./replay-table";

/** What are the reds worth here: how did those of the past end? */
export function CalibrationView() {
  const query = useQuery(regressionQueries.calibration());
  if (query.data === undefined) {
    return query.isError ? (
      <QueryProblem what="The calibration" query={query} />
    ) : (
      <SkeletonRows label="The calibration is loading" rows={10} columns={5} />
    );
  }
  return (
    <>
      {query.isError ? <QueryStale what="The calibration" query={query} /> : null}
      <Calibration calibration={query.data} />
    </>
  );
}

function Calibration({ calibration }: { calibration: CalibrationDto }) {
  const { sentence, from, rows, replays } = calibration;
  return (
    <>
      <header className="max-w-[1090px]">
        <h1 className="text-balance text-title">{sentence}</h1>
        <p className="mt-1 text-ink2">
          A red that ended as infra, was dismissed, or went away without proof counts as not real.
          {from === null ? "" : " Counted "}
          {from === null ? null : (
            <>
              since <Instant iso={from} /> UTC.
            </>
          )}{" "}
          <Link href={routes.regressions()} className={`${textLinkClasses} print:hidden`}>
            What is red now
          </Link>
        </p>
      </header>
      <div className="mt-4 flex flex-col gap-4">
        <TableCard title="How past reds ended" note="by kind and rule; not real with its 95 % Wilson interval">
          {rows.length === 0 ? (
            <p className="px-3.5 py-2.5 text-ink2">
              No red has been opened yet. What becomes of each is counted here once it ends.
            </p>
          ) : (
            <CalibrationTable rows={rows} />
          )}
        </TableCard>
        <TableCard title="Stable against stable" note={replayWords(replays)}>
          {replays.length === 0 ? (
            <p className="px-3.5 py-2.5 text-ink2">
              No cluster is registered yet. Reds of signals count as to decide until the rules were replayed on a
              cluster's own stable weeks and raised no more false alarms than they state.
            </p>
          ) : (
            <ReplayTable replays={replays} />
          )}
        </TableCard>
      </div>
    </>
  );
}
