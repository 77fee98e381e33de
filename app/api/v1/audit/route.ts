import { listAudit as spec } from "@/lib/http/contract/access";
import { json, route } from "@/lib/http/route";
import { listAudit } from "@/lib/services/audit/list-audit";

export const GET = route(spec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listAudit({ ctx, filter, cursor, limit })),
);
