import { listRegressions as spec } from "@/lib/http/contract/regressions";
import { json, route } from "@/lib/http/route";
import { listRegressions } from "@/lib/services/regressions/list-regressions";

export const GET = route(spec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listRegressions({ ctx, filter, cursor, limit })),
);
