import { listClusters as spec } from "@/lib/http/contract/fleet";
import { json, route } from "@/lib/http/route";
import { listClusters } from "@/lib/services/clusters/list-clusters";

export const GET = route(spec, async ({ ctx, query: { cursor = null, limit, ...filter } }) =>
  json(await listClusters({ ctx, filter, cursor, limit })),
);
