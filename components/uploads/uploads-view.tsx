"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ShowMore } from "@/components/data-table/show-more";
import { useGrowingList } from "@/components/data-table/use-growing-list";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { UploadDto } from "@/lib/domain/uploads/upload";
import { type UploadsPage, uploadQueries } from "@/lib/queries/uploads";
import { EmptyUploads } from "./empty-uploads";
import { UploadFilterBar } from "./upload-filter-bar";
import { uploadParams } from "./upload-params";
import { UploadTable } from "./upload-table";
import { countAll, type StateCounts, uploadsSentence } from "./upload-words";

function useUploads() {
  const [{ open, ...filters }, set] = useQueryStates(uploadParams, { history: "push" });
  const of = {
    state: filters.state ?? undefined,
    kind: filters.kind ?? undefined,
    cluster: filters.cluster ?? undefined,
  };
  const query = useQuery({ ...uploadQueries.newest(of), placeholderData: keepPreviousData });
  const list = useGrowingList<UploadDto, UploadsPage>({
    of,
    newest: query.isPlaceholderData ? undefined : query.data,
    earlier: (cursor) => uploadQueries.earlier(of, cursor),
    idOf: ({ id }) => id,
  });
  return { filters, open, set, query, list };
}

type UploadsState = ReturnType<typeof useUploads>;

function totalOf(counts: StateCounts, { filters, list }: UploadsState): number {
  const counted = filters.state === null ? countAll(counts) : (counts[filters.state] ?? 0);
  return Math.max(counted, list.items.length);
}

function UploadList({ state, counts }: { state: UploadsState; counts: StateCounts }) {
  const { open, set, query, list } = state;
  if (list.items.length === 0) {
    return (
      <EmptyState title="No upload matches these filters" className="max-w-none border-line border-y px-2.5">
        Another state, kind or cluster may have some.
        <Button className="mt-3 flex" onClick={() => void set({ state: null, kind: null, cluster: null })}>
          Clear the filters
        </Button>
      </EmptyState>
    );
  }
  return (
    <div aria-busy={query.isPlaceholderData || undefined} className={cn(query.isPlaceholderData && "opacity-60")}>
      <UploadTable
        uploads={list.items}
        open={open}
        onToggle={(id) => void set({ open: id === open ? null : id }, { history: "replace" })}
      />
      <ShowMore
        shown={list.items.length}
        total={totalOf(counts, state)}
        noun="upload"
        onMore={list.showMore}
        loading={list.isLoading}
        error={list.error}
      />
    </div>
  );
}

/** What came in, what was refused, and why? `publicUrl` is where documents are sent to. */
export function UploadsView({ publicUrl }: { publicUrl: string }) {
  const state = useUploads();
  const { filters, set, query } = state;
  if (query.data === undefined) {
    if (query.isError) return <QueryProblem what="The uploads" query={query} />;
    return <SkeletonRows label="The uploads are loading" rows={14} columns={6} />;
  }
  const { counts } = query.data;
  const isFiltered = filters.state !== null || filters.kind !== null || filters.cluster !== null;
  return (
    <>
      {query.isError ? <QueryStale what="The uploads" query={query} /> : null}
      <h1 className="max-w-[1090px] text-balance text-title">{uploadsSentence(counts, filters)}</h1>
      <p className="mt-1 max-w-[1090px] text-ink2">
        Every call by which evidence came in, newest first. What was accepted is kept as it was received; what was
        refused changed nothing.
      </p>
      {countAll(counts) === 0 && !isFiltered ? (
        <EmptyUploads publicUrl={publicUrl} />
      ) : (
        <>
          <UploadFilterBar filters={filters} counts={counts} onChange={(next) => void set(next)} />
          <UploadList state={state} counts={counts} />
        </>
      )}
    </>
  );
}
