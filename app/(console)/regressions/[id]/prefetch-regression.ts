import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { validate as isUuid } from "uuid";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { regressionQueries } from "@/lib/queries/regressions";
import { getRegression } from "@/lib/services/regressions/get-regression";
import { listRegressionGroups } from "@/lib/services/regressions/list-regression-groups";

/** One regression and those beside it, asked of the services under the keys that the browser will use. */
export async function prefetchRegression(id: string): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  if (!isUuid(id)) {
    queryClient.setQueryData(regressionQueries.one(id).queryKey, null);
    return dehydrate(queryClient);
  }
  const regression = await queryClient.fetchQuery({
    ...regressionQueries.one(id),
    queryFn: () => nullWhenNotFound(getRegression({ ctx, id })),
  });
  if (regression === null) return dehydrate(queryClient);
  const { release } = regression;
  await queryClient.prefetchQuery({
    ...regressionQueries.groups(release),
    queryFn: () => nullWhenNotFound(listRegressionGroups({ ctx, filter: { release } })),
  });
  return dehydrate(queryClient);
}
