import { getClusterSignals as spec } from "@/lib/http/contract/signals";
import { json, route } from "@/lib/http/route";
import { getClusterSignals } from "@/lib/services/signals/get-cluster-signals";

export const GET = route(spec, async ({ ctx, params: { name }, query: { release = null } }) =>
  json(await getClusterSignals({ ctx, name, release })),
);
