"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { ShowMore } from "@/components/data-table/show-more";
import { useGrowingList } from "@/components/data-table/use-growing-list";
import { useSettled } from "@/components/data-table/use-settled";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { EmptyState } from "@/components/ui/empty-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { type AuditPage, auditQueries } from "@/lib/queries/audit";
import { AuditFilterBar } from "./audit-filter-bar";
import { type AuditFilters, auditOf, EVERYTHING } from "./audit-of";
import { auditParams } from "./audit-params";
import { AuditTable } from "./audit-table";
import { auditSentence } from "./audit-words";
import { VerifyChain } from "./verify-chain";

function useAudit() {
  const [{ open, ...filters }, set] = useQueryStates(auditParams);
  const of = auditOf({ ...filters, q: useSettled(filters.q) });
  const query = useQuery({ ...auditQueries.newest(of), placeholderData: keepPreviousData });
  const list = useGrowingList<AuditEntryDto, AuditPage>({
    of,
    newest: query.isPlaceholderData ? undefined : query.data,
    earlier: (cursor) => auditQueries.earlier(of, cursor),
    idOf: ({ seq }) => String(seq),
  });
  const change = (next: Partial<AuditFilters>) =>
    void set({ ...next, ...(next.q === "" ? { q: null } : {}) }, { history: next.q ? "replace" : "push" });
  return { open, filters, change, set, query, list };
}

type AuditState = ReturnType<typeof useAudit>;

function EntryList({ state }: { state: AuditState }) {
  const { open, change, set, query, list } = state;
  if (list.items.length === 0) {
    return (
      <EmptyState title="No entry matches these filters" className="max-w-none border-line border-y px-2.5">
        The filter looks at actions, subjects and the names of actors.
        <Button className="mt-3 flex" onClick={() => change({ q: "", subject: null, action: null, actor: null })}>
          Clear the filters
        </Button>
      </EmptyState>
    );
  }
  return (
    <div aria-busy={query.isPlaceholderData || undefined} className={cn(query.isPlaceholderData && "opacity-60")}>
      <AuditTable
        entries={list.items}
        open={open}
        onToggle={(seq) => void set({ open: seq === open ? null : seq }, { history: "replace" })}
        onChoose={change}
      />
      <ShowMore
        shown={list.items.length}
        noun="entry"
        nouns="entries"
        onMore={list.showMore}
        loading={list.isLoading}
        error={list.error}
      />
    </div>
  );
}

/** Who did what, and is the record as it was written? */
export function AuditView() {
  const state = useAudit();
  const { filters, change, query, list } = state;
  const { data: newest } = useQuery(auditQueries.newest(EVERYTHING));
  if (query.data === undefined) {
    if (query.isError) return <QueryProblem what="The log" query={query} />;
    return <SkeletonRows label="The log is loading" rows={14} columns={5} />;
  }
  const named = list.items.find(({ actor }) => actor.id === filters.actor)?.actor.name ?? null;
  return (
    <>
      {query.isError ? <QueryStale what="The log" query={query} /> : null}
      <VerifyChain>
        <div className="max-w-[1090px]">
          <h1 className="text-balance text-title">{auditSentence(newest?.items[0])}</h1>
          <p className="mt-1 text-ink2">
            Entries are only ever added. Each holds the hash of the one before, so a change to any of them shows.
          </p>
        </div>
      </VerifyChain>
      <AuditFilterBar filters={filters} actorName={named} onChange={change} />
      <EntryList state={state} />
    </>
  );
}
