import { listVerdictsByDay as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listVerdictsByDay } from "@/lib/services/readiness/list-changes";

export const GET = route(spec, async ({ ctx, params, query }) =>
  json(await listVerdictsByDay({ ctx, cluster: params.cluster, release: query.release ?? null, days: query.days })),
);
