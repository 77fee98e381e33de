import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { validate as isUuid } from "uuid";
import { pageContext } from "@/lib/http/session";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { CASES_PAGE, type CasesOf, gateRunQueries } from "@/lib/queries/gate-runs";
import { gateQueries } from "@/lib/queries/gates";
import { makeQueryClient } from "@/lib/queries/query-client";
import { listFinalCases } from "@/lib/services/gates/list-final-cases";
import { getGateRun } from "@/lib/services/gates/list-gate-runs";
import { listGates } from "@/lib/services/gates/list-gates";

/** A run, its gate and its first cases. */
export async function prefetchRun(of: CasesOf): Promise<DehydratedState> {
  const ctx = await pageContext();
  const queryClient = makeQueryClient();
  if (!isUuid(of.run)) {
    queryClient.setQueryData(gateRunQueries.run(of.run).queryKey, null);
    return dehydrate(queryClient);
  }
  await Promise.all([
    queryClient.prefetchQuery({
      ...gateRunQueries.run(of.run),
      queryFn: () => nullWhenNotFound(getGateRun({ ctx, id: of.run })),
    }),
    queryClient.prefetchQuery({ ...gateQueries.catalogue(), queryFn: () => listGates({ ctx }) }),
    queryClient.prefetchInfiniteQuery({
      ...gateRunQueries.cases(of),
      queryFn: ({ pageParam }) =>
        listFinalCases({ ctx, runId: of.run, filter: of, cursor: pageParam, limit: CASES_PAGE }),
    }),
  ]);
  return dehydrate(queryClient);
}
