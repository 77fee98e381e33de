"use client";

import { useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { useMemo } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { useRelease } from "@/components/layout/use-release";
import { registerCommand } from "@/components/readiness/empty-board";
import { NothingMatches } from "@/components/readiness/nothing-matches";
import { Unbroken } from "@/components/readiness/unbroken";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { clusterQueries } from "@/lib/queries/clusters";
import { readinessQueries } from "@/lib/queries/readiness";
import { clusterColumns } from "./cluster-columns";
import { ClusterListFilterBar } from "./cluster-list-filters";
import { clusterListParams } from "./cluster-list-params";
import { clusterListSentence } from "./cluster-list-sentence";
import { type ClusterListFilters, clusterRows, filterClusterRows } from "./cluster-rows";

function toParams(next: Partial<ClusterListFilters>) {
  return Object.fromEntries(Object.entries(next).map(([name, value]) => [name, value.length === 0 ? null : value]));
}
const NONE = { q: null, tier: null, provider: null, verdict: null };

/** Every registered cluster, with its verdict for the candidate. */
export function ClusterList({ publicUrl }: { publicUrl: string }) {
  const [release] = useRelease();
  const [{ sort, ...filters }, set] = useQueryStates(clusterListParams);
  const clusters = useQuery(clusterQueries.all());
  const board = useQuery(readinessQueries.board(release));
  const rows = useMemo(() => clusterRows(clusters.data ?? [], board.data), [clusters.data, board.data]);
  const candidate = board.data?.release ?? release ?? "";
  const columns = useMemo(() => clusterColumns(candidate, release), [candidate, release]);
  if (clusters.data === undefined) {
    if (clusters.isError) return <QueryProblem what="The list of clusters" query={clusters} />;
    return <SkeletonRows label="The clusters are loading" rows={16} columns={8} />;
  }
  if (clusters.data.length === 0) {
    return (
      <>
        <h1 className="text-title">No cluster is registered yet.</h1>
        <EmptyState title="Register the first" command={registerCommand(publicUrl)} className="mt-3 px-0" />
      </>
    );
  }
  return (
    <>
      {clusters.isError || board.isError ? (
        <QueryStale what="The list" query={clusters.isError ? clusters : board} />
      ) : null}
      <h1 className="max-w-[1090px] text-pretty text-title">
        <Unbroken text={clusterListSentence(rows)} word={candidate} />
      </h1>
      <ClusterListFilterBar
        rows={rows}
        filters={filters}
        onChange={(next) => void set(toParams(next), { history: "q" in next ? "replace" : "push" })}
        onClear={() => void set(NONE, { history: "push" })}
      />
      <DataTable
        label="Clusters"
        rows={filterClusterRows(rows, filters)}
        columns={columns}
        rowId={({ cluster }) => cluster.name}
        noun="cluster"
        total={rows.length}
        sort={sort}
        onSortChange={(next) => void set({ sort: next }, { history: "replace" })}
        csvName={`clusters-${candidate}`}
        empty={<NothingMatches onClear={() => void set(NONE, { history: "push" })} />}
      />
    </>
  );
}
