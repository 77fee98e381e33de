import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { nodeQueries } from "@/lib/queries/nodes";
import { makeQueryClient } from "@/lib/queries/query-client";
import { listNodeGroups } from "@/lib/services/nodes/list-nodes";

/** The groups of nodes, asked of the service under the key that the browser will use. */
export async function prefetchNodes(release: string | null): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({
    ...nodeQueries.groups(release ?? undefined),
    queryFn: () => nullWhenNotFound(listNodeGroups({ ctx, filter: { release } })),
  });
  return dehydrate(queryClient);
}
