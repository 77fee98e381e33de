import { acknowledgeRegression as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { acknowledgeRegression } from "@/lib/services/regressions/triage-verbs";

export const POST = route(spec, async ({ ctx, params, body }) =>
  json(await acknowledgeRegression({ ctx, id: params.id, input: body })),
);
