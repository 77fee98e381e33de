import { listReleases as spec } from "@/lib/http/contract/fleet";
import { json, route } from "@/lib/http/route";
import { listReleases } from "@/lib/services/releases/list-releases";

export const GET = route(spec, async ({ ctx, query }) =>
  json(await listReleases({ ctx, cursor: query.cursor ?? null, limit: query.limit })),
);
