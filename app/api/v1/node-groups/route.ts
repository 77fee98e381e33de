import { listNodeGroups as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listNodeGroups } from "@/lib/services/nodes/list-nodes";

export const GET = route(spec, async ({ ctx, query }) =>
  json(await listNodeGroups({ ctx, filter: { ...query, release: query.release ?? null } })),
);
