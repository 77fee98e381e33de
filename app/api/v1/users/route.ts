import { listUsers as listSpec } from "@/lib/http/contract/tokens";
import { json, route } from "@/lib/http/route";
import { listUsers } from "@/lib/services/auth/list-users";

export const GET = route(listSpec, async ({ ctx, query }) =>
  json(await listUsers({ ctx, cursor: query.cursor ?? null, limit: query.limit })),
);
