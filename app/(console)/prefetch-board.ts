import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { CHANGES_HOURS, CHANGES_LIMIT, readinessQueries } from "@/lib/queries/readiness";
import { getReadiness } from "@/lib/services/readiness/get-readiness";
import { listChanges } from "@/lib/services/readiness/list-changes";

/** What the board shows first, asked of the services under the keys that the browser will use. */
export async function prefetchBoard(release: string | null): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  const named = release ?? undefined;
  await Promise.all([
    queryClient.prefetchQuery({
      ...readinessQueries.board(named),
      queryFn: () => nullWhenNotFound(getReadiness({ ctx, filter: { release } })),
    }),
    queryClient.prefetchQuery({
      ...readinessQueries.changes(named),
      queryFn: () => nullWhenNotFound(listChanges({ ctx, release, hours: CHANGES_HOURS, limit: CHANGES_LIMIT })),
    }),
  ]);
  return dehydrate(queryClient);
}
