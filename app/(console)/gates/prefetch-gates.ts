import "server-only";
import { type DehydratedState, dehydrate } from "@tanstack/react-query";
import { nullWhenNotFound } from "@/lib/queries/fetcher";
import { GATE_RUNS_SHOWN, type GateRunsOf, gateQueries } from "@/lib/queries/gates";
import { makeQueryClient } from "@/lib/queries/query-client";
import type { ServiceContext } from "@/lib/services/context";
import { listGateActivity } from "@/lib/services/gates/list-gate-activity";
import { listGateRuns } from "@/lib/services/gates/list-gate-runs";
import { listGates } from "@/lib/services/gates/list-gates";

/** The gates and what was run of them; `runsOf` says of which gate the runs are wanted too, given the candidate. */
export async function prefetchGates(
  ctx: ServiceContext,
  release: string | null,
  runsOf?: (candidate: string | undefined) => GateRunsOf,
): Promise<DehydratedState> {
  const queryClient = makeQueryClient();
  const activity = { ...gateQueries.activity(release ?? undefined) };
  await Promise.all([
    queryClient.prefetchQuery({ ...gateQueries.catalogue(), queryFn: () => listGates({ ctx }) }),
    queryClient.prefetchQuery({ ...activity, queryFn: () => nullWhenNotFound(listGateActivity({ ctx, release })) }),
  ]);
  if (runsOf !== undefined) {
    const of = runsOf(queryClient.getQueryData(activity.queryKey)?.release);
    await queryClient.prefetchQuery({
      ...gateQueries.runs(of),
      queryFn: () => listGateRuns({ ctx, filter: of, cursor: null, limit: GATE_RUNS_SHOWN }),
    });
  }
  return dehydrate(queryClient);
}
