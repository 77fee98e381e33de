import { listUploads as spec } from "@/lib/http/contract/ingest";
import { json, route } from "@/lib/http/route";
import { listUploads } from "@/lib/services/uploads/list-uploads";

export const GET = route(spec, async ({ ctx, query: { cursor = null, limit, state, kind, cluster } }) =>
  json(
    await listUploads({
      ctx,
      filter: { state: state ?? null, kind: kind ?? null, cluster: cluster ?? null },
      cursor,
      limit,
    }),
  ),
);
