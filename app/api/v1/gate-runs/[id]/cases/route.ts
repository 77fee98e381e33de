import { listGateCases as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listFinalCases } from "@/lib/services/gates/list-final-cases";
import { listGateCases } from "@/lib/services/gates/list-gate-runs";

export const GET = route(spec, async ({ ctx, params, query: { cursor = null, limit, executions, ...filter } }) => {
  const list = executions === "last" ? listFinalCases : listGateCases;
  return json(await list({ ctx, runId: params.id, filter, cursor, limit }));
});
