"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { FilterField } from "@/components/data-table/filter-field";
import { statementOf } from "@/components/data-table/table-statement";
import { useSettled } from "@/components/data-table/use-settled";
import { QueryProblem } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { GateRunDto } from "@/lib/domain/gates/gate-run";
import { gateRunQueries } from "@/lib/queries/gate-runs";
import { CaseChips } from "./case-chips";
import { CaseTable } from "./case-table";
import { caseParams } from "./gate-params";
import { allCases } from "./run-words";

function useCases(run: string) {
  const [{ q, status }, set] = useQueryStates(caseParams);
  const search = useSettled(q.trim());
  const of = { run, status: status ?? undefined, search: search === "" ? undefined : search };
  const query = useInfiniteQuery({ ...gateRunQueries.cases(of), placeholderData: keepPreviousData });
  const { hasNextPage, isFetchingNextPage, isPlaceholderData, fetchNextPage } = query;
  const canLoad = hasNextPage && !isFetchingNextPage && !isPlaceholderData && !query.isFetchNextPageError;
  return {
    filters: { q, status },
    set,
    /** Another list begins at its top. */
    key: JSON.stringify(of),
    query,
    cases: query.data?.pages.flatMap((page) => page.items) ?? [],
    counts: query.data?.pages.at(-1)?.counts,
    loadMore: canLoad ? () => void fetchNextPage() : undefined,
  };
}

type CasesState = ReturnType<typeof useCases>;

function NoCase({ state }: { state: CasesState }) {
  const { q, status } = state.filters;
  if (q === "" && status === null) {
    return <EmptyState title="The document holds no case">Nothing was executed, so the run proves nothing.</EmptyState>;
  }
  return (
    <EmptyState title="No case matches">
      The search looks at names, suites and messages.
      <Button className="mt-3 flex" onClick={() => void state.set({ q: null, status: null }, { history: "push" })}>
        Show every case
      </Button>
    </EmptyState>
  );
}

function CaseList({ state, total }: { state: CasesState; total: number }) {
  const { query, cases } = state;
  if (query.data === undefined) {
    if (query.isError) return <QueryProblem what="The cases" query={query} />;
    return <SkeletonRows label="The cases are loading" rows={12} columns={3} />;
  }
  if (cases.length === 0) return <NoCase state={state} />;
  return (
    <div
      aria-busy={query.isFetching || undefined}
      className={cn("transition-opacity", query.isPlaceholderData && "opacity-60")}
    >
      <CaseTable key={state.key} cases={cases} total={total} loadMore={state.loadMore} />
      {query.isFetchNextPageError ? (
        <div role="alert" className="flex flex-wrap items-center gap-3 border-line border-t px-3.5 py-2">
          The next cases did not load. {query.error?.message}
          <Button pending={query.isFetching} onClick={() => void query.fetchNextPage()}>
            Try again
          </Button>
        </div>
      ) : null}
    </div>
  );
}

/** The cases of a run: searched, filtered by result, worst first. */
export function RunCases({ run }: { run: GateRunDto }) {
  const state = useCases(run.id);
  const { filters, set } = state;
  const counts = state.counts ?? run.counts;
  const total = filters.status === null ? allCases(counts) : counts[filters.status];
  return (
    <Card title="Cases" note="worst first" flush>
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-3.5 py-2.5 print:hidden">
        <FilterField
          label="Search cases"
          value={filters.q}
          onChange={(q) => void set({ q: q === "" ? null : q }, { history: "replace" })}
        />
        <CaseChips
          chosen={filters.status}
          counts={counts}
          onChange={(status) => void set({ status }, { history: "push" })}
        />
      </div>
      <CaseList state={state} total={total} />
      <p role="status" className="figures flex min-h-9 items-center px-3.5 text-ink3 text-small">
        {statementOf(total, allCases(run.counts), "case")}
        {state.cases.length < total ? `; ${state.cases.length.toLocaleString("en-GB")} loaded` : ""}
      </p>
    </Card>
  );
}
