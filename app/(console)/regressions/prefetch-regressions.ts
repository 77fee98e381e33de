import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { regressionQueries } from "@/lib/queries/regressions";
import { listRegressionGroups } from "@/lib/services/regressions/list-regression-groups";

/** The regressions by subject and their board, asked of the service under the key that the browser will use. */
export async function prefetchRegressions(release: string | null): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  await queryClient.prefetchQuery({
    ...regressionQueries.groups(release ?? undefined),
    queryFn: () => nullWhenNotFound(listRegressionGroups({ ctx, filter: { release: release ?? undefined } })),
  });
  return dehydrate(queryClient);
}
