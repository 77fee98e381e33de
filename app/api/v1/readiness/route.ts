import { getReadiness as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { getReadiness } from "@/lib/services/readiness/get-readiness";

export const GET = route(spec, async ({ ctx, query }) =>
  json(await getReadiness({ ctx, filter: { ...query, release: query.release ?? null } })),
);
