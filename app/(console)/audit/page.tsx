import { dehydrate, HydrationBoundary } from "@tanstack/react-query";
import type { Metadata } from "next";
import { createLoader, type SearchParams } from "nuqs/server";
import { auditOf, EVERYTHING } from "@/components/audit/audit-of";
import { auditParams } from "@/components/audit/audit-params";
import { AuditView } from "@/components/audit/audit-view";
import { pageContext } from "@/lib/http/session";
import { auditQueries, ENTRIES_SHOWN } from "@/lib/queries/audit";
import { makeQueryClient } from "@/lib/queries/query-client";
import { listAudit } from "@/lib/services/audit/list-audit";

export const metadata: Metadata = { title: "Audit" };

const loadFilters = createLoader(auditParams);

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const of = auditOf(await loadFilters(searchParams));
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  // What is filtered, and the newest of all for the sentence above it.
  await Promise.all(
    [of, EVERYTHING].map((filter) =>
      queryClient.prefetchQuery({
        ...auditQueries.newest(filter),
        queryFn: () => listAudit({ ctx, filter, cursor: null, limit: ENTRIES_SHOWN }),
      }),
    ),
  );
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <AuditView />
    </HydrationBoundary>
  );
}
