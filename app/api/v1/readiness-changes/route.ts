import { listChanges as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { listChanges } from "@/lib/services/readiness/list-changes";

export const GET = route(spec, async ({ ctx, query }) =>
  json(await listChanges({ ctx, ...query, release: query.release ?? null })),
);
