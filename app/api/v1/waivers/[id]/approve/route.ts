import { approveWaiver as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { approveWaiver } from "@/lib/services/regressions/settle-waiver";

export const POST = route(spec, async ({ ctx, params, body }) =>
  json(await approveWaiver({ ctx, id: params.id, comment: body.comment })),
);
