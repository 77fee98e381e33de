import { revokeWaiver as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { revokeWaiver } from "@/lib/services/regressions/settle-waiver";

export const POST = route(spec, async ({ ctx, params, body }) =>
  json(await revokeWaiver({ ctx, id: params.id, reason: body.reason })),
);
