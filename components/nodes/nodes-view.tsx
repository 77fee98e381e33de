"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { statementOf } from "@/components/data-table/table-statement";
import { useRelease } from "@/components/layout/use-release";
import { NoRelease } from "@/components/readiness/empty-board";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { NodeGroupsAnswer } from "@/lib/queries/nodes";
import { nodeQueries } from "@/lib/queries/nodes";
import { EmptyNodes } from "./empty-nodes";
import { filterGroups, groupsOnClusters } from "./filter-groups";
import { GroupTable } from "./group-table";
import { NodeFilterBar } from "./node-filter-bar";
import { nodesSentence, worstWords } from "./nodes-sentence";
import { NodesSkeleton } from "./nodes-skeleton";
import { useNodeFilters } from "./use-node-filters";

/** Which node images block the release? `publicUrl` is where nodes send their reports. */
export function NodesView({ publicUrl }: { publicUrl: string }) {
  const [release] = useRelease();
  const query = useQuery(nodeQueries.groups(release));
  if (query.data === undefined) {
    return query.isError ? <QueryProblem what="The nodes" query={query} /> : <NodesSkeleton />;
  }
  if (query.data === null) return <NoRelease release={release} publicUrl={publicUrl} />;
  return (
    <>
      {query.isError ? <QueryStale what="The nodes" query={query} /> : null}
      <Nodes answer={query.data} publicUrl={publicUrl} />
    </>
  );
}

function Nodes({ answer, publicUrl }: { answer: NodeGroupsAnswer; publicUrl: string }) {
  const state = useNodeFilters();
  const { filters, open, toggle, clear } = state;
  const inView = useMemo(() => groupsOnClusters(answer.items, filters.cluster), [answer, filters.cluster]);
  const { items, counts } = useMemo(() => filterGroups(answer.items, filters), [answer, filters]);
  return (
    <>
      <h1 className="max-w-[1090px] text-balance text-title">
        {nodesSentence(answer.release, inView, filters.cluster)}
      </h1>
      <p className="mt-1 max-w-[1090px] text-ink2">
        {worstWords(inView) || "Nodes that run the same image and kernel and have the same findings are one row."}
      </p>
      {answer.items.length === 0 ? (
        <EmptyNodes publicUrl={publicUrl} cluster={filters.cluster[0]} />
      ) : (
        <>
          <NodeFilterBar groups={answer.items} counts={counts} state={state} />
          {items.length === 0 ? (
            <EmptyState title="No node matches these filters" className="max-w-none border-line border-y px-2.5">
              The filter looks at image, kernel, machine, clusters and findings.
              <Button className="mt-3 flex" onClick={clear}>
                Clear the filters
              </Button>
            </EmptyState>
          ) : (
            <GroupTable groups={items} release={answer.release} open={open} onToggle={toggle} />
          )}
          <p role="status" className="figures flex min-h-9 items-center px-2.5 text-ink3 text-small">
            {statementOf(items.length, answer.items.length, "group")}
          </p>
        </>
      )}
    </>
  );
}
