"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useRelease } from "@/components/layout/use-release";
import { useViewer } from "@/components/layout/viewer";
import { NoRelease } from "@/components/readiness/empty-board";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { countOf } from "@/components/ui/format-count";
import { type RegressionGroupsAnswer, regressionQueries } from "@/lib/queries/regressions";
import { filterRegressions } from "./filter-regressions";
import { NothingCompared, NothingInView } from "./list-empty";
import { ListFilterBar } from "./list-filter-bar";
import { ListHeader } from "./list-header";
import { wasCompared } from "./list-sentence";
import { ListSkeleton } from "./list-skeleton";
import { ListTable } from "./list-table";
import { roleReason } from "./triage-rules";
import { useListFilters } from "./use-list-filters";

/** What got worse, and how sure are we? `publicUrl` is where evidence is sent. */
export function ListView({ publicUrl }: { publicUrl: string }) {
  const [release] = useRelease();
  const query = useQuery(regressionQueries.groups(release));
  if (query.data === undefined) {
    return query.isError ? <QueryProblem what="The regressions" query={query} /> : <ListSkeleton />;
  }
  if (query.data === null) return <NoRelease release={release} publicUrl={publicUrl} />;
  return (
    <>
      {query.isError ? <QueryStale what="The regressions" query={query} /> : null}
      <Regressions answer={query.data} publicUrl={publicUrl} />
    </>
  );
}

function Regressions({ answer, publicUrl }: { answer: RegressionGroupsAnswer; publicUrl: string }) {
  const { role } = useViewer();
  const state = useListFilters();
  const { filters, open, toggle } = state;
  const { groups, counts } = useMemo(() => filterRegressions(answer.items, filters), [answer, filters]);
  const header = <ListHeader answer={answer} clusters={filters.cluster} />;
  if (answer.items.length === 0 && !wasCompared(answer.board)) {
    return (
      <>
        {header}
        <NothingCompared board={answer.board} publicUrl={publicUrl} />
      </>
    );
  }
  const shown = groups.reduce((sum, group) => sum + group.items.length, 0);
  const reason = roleReason(role, "operator", "acknowledge and dismiss");
  return (
    <>
      {header}
      <ListFilterBar groups={answer.items} counts={counts} state={state} />
      {groups.length === 0 ? (
        <NothingInView answer={answer} state={state} />
      ) : (
        <ListTable groups={groups} release={answer.release} open={open} onToggle={toggle} />
      )}
      <p role="status" className="figures flex min-h-9 flex-wrap items-center gap-x-4 px-2.5 text-ink3 text-small">
        {countOf(groups.length, "subject")}, {countOf(shown, "regression")}
        {reason === undefined ? null : <span className="print:hidden">{reason}</span>}
      </p>
    </>
  );
}
