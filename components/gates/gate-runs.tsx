"use client";

import { ClusterMenu } from "@/components/clusters/cluster-menu";
import { ShowMore } from "@/components/data-table/show-more";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { SkeletonRows } from "@/components/ui/skeleton";
import { OutcomeChips } from "./outcome-chips";
import { RunDurations } from "./run-durations";
import { RunsTable } from "./runs-table";
import { type GateRunsState, useGateRuns } from "./use-gate-runs";

function RunFilters({ state, release }: { state: GateRunsState; release: string | null }) {
  const { filters, change, counts } = state;
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-3.5 py-2.5 print:hidden">
      {counts === undefined ? null : (
        <OutcomeChips chosen={filters.outcome} counts={counts} onChange={(outcome) => change({ outcome })} />
      )}
      <ClusterMenu cluster={filters.cluster} onChange={(cluster) => change({ cluster })} />
      {release === null ? null : (
        <Segmented
          label="Releases"
          value={filters.releases}
          options={[
            { value: "candidate", label: release },
            { value: "every", label: "Every release" },
          ]}
          onValueChange={(releases) => change({ releases })}
        />
      )}
    </div>
  );
}

function NoRun({ state }: { state: GateRunsState }) {
  if (!state.isFiltered) {
    return (
      <EmptyState title="No run was sent yet">
        The command on this page sends one; it shows here as soon as it is in.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No run matches these filters">
      Another outcome, cluster or release may have runs.
      <Button className="mt-3 flex" onClick={() => state.change({ outcome: null, cluster: null })}>
        Clear the filters
      </Button>
    </EmptyState>
  );
}

function RunList({ state }: { state: GateRunsState }) {
  const { query, list, total, everyRelease } = state;
  if (query.data === undefined) {
    if (query.isError) return <QueryProblem what="The runs" query={query} />;
    return <SkeletonRows label="The runs are loading" rows={8} columns={5} />;
  }
  if (list.items.length === 0) return <NoRun state={state} />;
  return (
    <div aria-busy={query.isPlaceholderData || undefined} className={cn(query.isPlaceholderData && "opacity-60")}>
      {query.isError ? <QueryStale what="The runs" query={query} /> : null}
      <RunDurations runs={list.items} />
      <RunsTable runs={list.items} everyRelease={everyRelease} />
      <ShowMore
        shown={list.items.length}
        total={total === undefined ? undefined : Math.max(total, list.items.length)}
        noun="run"
        onMore={list.showMore}
        loading={list.isLoading}
        error={list.error}
      />
    </div>
  );
}

/** The runs of a gate, newest first and live. `release` is the candidate; null where there is none. */
export function GateRuns({ gate, release }: { gate: string; release: string | null }) {
  const state = useGateRuns(gate, release);
  return (
    <Card title="Runs" note={state.everyRelease ? "with every release" : `with ${release}`} flush>
      <RunFilters state={state} release={release} />
      <RunList state={state} />
    </Card>
  );
}
