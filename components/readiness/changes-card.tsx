"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useMemo, useState } from "react";
import { QueryProblem } from "@/components/status/query-problem";
import { VerdictMark } from "@/components/status/verdict";
import { Skeleton } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import { Instant } from "@/components/ui/time";
import type { VerdictChangeDto } from "@/lib/domain/readiness/dto";
import { numberWords } from "@/lib/domain/readiness/words";
import { readinessQueries } from "@/lib/queries/readiness";
import { routes } from "@/lib/routes";
import { PlainCard } from "./plain-card";
import { toldChanges } from "./told-changes";

const FIRST = 5;

function Change({ change, release }: { change: VerdictChangeDto; release: string | undefined }) {
  const { cluster, area, to, at, summary } = change;
  return (
    <li className="col-span-3 grid h-[25px] grid-cols-subgrid items-center">
      <Instant iso={at} className="figures whitespace-nowrap text-ink2 text-small" />
      <VerdictMark verdict={to} size={13} />
      <span className="min-w-0 truncate text-small print:whitespace-normal" title={`${cluster} ${summary}`}>
        <Link
          href={routes.cluster(cluster, { release, area: area ?? undefined })}
          prefetch={false}
          className="rounded-bar font-semibold hover:underline"
        >
          {cluster}
        </Link>{" "}
        {summary}
      </span>
    </li>
  );
}

function Changes({ changes, release }: { changes: readonly VerdictChangeDto[]; release: string | undefined }) {
  if (changes.length === 0) return <p className="text-ink2">No verdict changed.</p>;
  return (
    <ul className="grid max-h-[420px] grid-cols-[auto_auto_minmax(0,1fr)] gap-x-2.5 overflow-y-auto print:max-h-none">
      {changes.map((change) => (
        <Change key={`${change.at} ${change.cluster} ${change.area}`} change={change} release={release} />
      ))}
    </ul>
  );
}

/** Verdicts that changed in the last day, newest first. */
export function ChangesCard({ release, className }: { release: string | undefined; className?: string }) {
  const [all, setAll] = useState(false);
  const answer = useQuery(readinessQueries.changes(release));
  const changes = useMemo(() => toldChanges(answer.data?.items ?? []), [answer.data]);
  const more = changes.length > FIRST;
  return (
    <PlainCard
      title="Changed in 24 h"
      className={className}
      aside={
        more ? (
          <button
            type="button"
            aria-expanded={all}
            onClick={() => setAll(!all)}
            className={`${textLinkClasses} print:hidden`}
          >
            {all ? "fewer" : `all ${numberWords(changes.length)}`}
          </button>
        ) : undefined
      }
    >
      {answer.data === undefined ? (
        answer.isError ? (
          <QueryProblem what="The list of changes" query={answer} />
        ) : (
          <Skeleton className="my-2 w-2/3" />
        )
      ) : (
        <Changes changes={all ? changes : changes.slice(0, FIRST)} release={release} />
      )}
    </PlainCard>
  );
}
