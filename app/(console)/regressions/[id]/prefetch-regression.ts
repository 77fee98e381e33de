import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { validate as isUuid } from "uuid";
import { seriesOfRegression } from "@/components/regressions/detail-series";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { makeQueryClient } from "@/lib/queries/query-client";
import { regressionQueries } from "@/lib/queries/regressions";
import { signalQueries } from "@/lib/queries/signals";
import { getRegression } from "@/lib/services/regressions/get-regression";
import { listRegressionGroups } from "@/lib/services/regressions/list-regression-groups";
import { getSignalSeries } from "@/lib/services/signals/get-signal-series";

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
  const { release, kind } = regression;
  const series = seriesOfRegression(regression);
  await Promise.all([
    queryClient.prefetchQuery({
      ...regressionQueries.groups(release),
      queryFn: () => nullWhenNotFound(listRegressionGroups({ ctx, filter: { release } })),
    }),
    kind === "signal"
      ? queryClient.prefetchQuery({
          ...signalQueries.series(series),
          queryFn: () => nullWhenNotFound(getSignalSeries({ ctx, input: series })),
        })
      : undefined,
  ]);
  return dehydrate(queryClient);
}
