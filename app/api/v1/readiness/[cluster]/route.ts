import { getClusterReadiness as spec } from "@/lib/http/contract/judgement";
import { json, route } from "@/lib/http/route";
import { getClusterReadiness } from "@/lib/services/readiness/get-cluster-readiness";

export const GET = route(spec, async ({ ctx, params, query }) =>
  json(await getClusterReadiness({ ctx, cluster: params.cluster, release: query.release ?? null })),
);
