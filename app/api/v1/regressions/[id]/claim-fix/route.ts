import { claimFix as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { claimFix } from "@/lib/services/regressions/triage-verbs";

export const POST = route(spec, async ({ ctx, params, body }) =>
  json(await claimFix({ ctx, id: params.id, input: body })),
);
