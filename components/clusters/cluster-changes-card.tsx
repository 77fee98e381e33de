"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { toldChanges } from "@/components/readiness/told-changes";
import { QueryProblem } from "@/components/status/query-problem";
import { VerdictMark } from "@/components/status/verdict";
import { Card } from "@/components/ui/card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import { numberWords } from "@/lib/domain/readiness/words";
import { clusterQueries, DAYS_SHOWN } from "@/lib/queries/clusters";

const FIRST = 8;

/** What changed of this cluster's verdicts, newest first. */
export function ClusterChangesCard({ cluster, release }: { cluster: string; release: string | undefined }) {
  const [all, setAll] = useState(false);
  const answer = useQuery(clusterQueries.changes({ cluster, release }));
  const changes = toldChanges(answer.data?.items ?? []);
  return (
    <Card
      title="Changes"
      note={`${DAYS_SHOWN} days`}
      aside={
        changes.length > FIRST ? (
          <button type="button" aria-expanded={all} onClick={() => setAll(!all)} className={textLinkClasses}>
            {all ? "fewer" : `all ${numberWords(changes.length)}`}
          </button>
        ) : undefined
      }
      flush
    >
      {answer.data === undefined ? (
        answer.isError ? (
          <QueryProblem what="The list of changes" query={answer} />
        ) : (
          <SkeletonRows label="The changes are loading" rows={3} columns={2} />
        )
      ) : changes.length === 0 ? (
        <p className="px-3.5 py-2.5 text-ink2">No verdict changed.</p>
      ) : (
        <ol className="grid grid-cols-[auto_auto_minmax(0,1fr)] gap-x-2 px-3.5 py-2">
          {(all ? changes : changes.slice(0, FIRST)).map((change) => (
            <li
              key={`${change.at} ${change.area}`}
              className="col-span-3 grid grid-cols-subgrid items-start py-1 text-small"
            >
              <Instant iso={change.at} className="figures whitespace-nowrap text-ink3" />
              <VerdictMark verdict={change.to} size={13} className="mt-px" />
              <span className="min-w-0 text-ink2">{change.summary}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
