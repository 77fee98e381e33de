import { listNodes as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listNodes } from "@/lib/services/nodes/list-nodes";

export const GET = route(spec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listNodes({ ctx, filter: { ...filter, release: filter.release ?? null }, cursor, limit })),
);
