import { getGateRun as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { getGateRun } from "@/lib/services/gates/list-gate-runs";

export const GET = route(spec, async ({ ctx, params }) => json(await getGateRun({ ctx, id: params.id })));
