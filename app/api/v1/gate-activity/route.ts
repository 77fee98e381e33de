import { listGateActivity as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listGateActivity } from "@/lib/services/gates/list-gate-activity";

export const GET = route(spec, async ({ ctx, query }) =>
  json(await listGateActivity({ ctx, release: query.release ?? null })),
);
