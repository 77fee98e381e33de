import { listGateCases as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listGateCases } from "@/lib/services/gates/list-gate-runs";

export const GET = route(spec, async ({ ctx, params, query: { cursor = null, limit, ...filter } }) =>
  json(await listGateCases({ ctx, runId: params.id, filter, cursor, limit })),
);
