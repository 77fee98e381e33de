import { deleteCluster, getCluster as getSpec, putCluster as putSpec } from "@/lib/http/contract/fleet";
import { json, noContent, route } from "@/lib/http/route";
import { getCluster } from "@/lib/services/clusters/list-clusters";
import { putCluster } from "@/lib/services/clusters/put-cluster";
import { retireCluster } from "@/lib/services/clusters/retire-cluster";

export const GET = route(getSpec, async ({ ctx, params }) => json(await getCluster({ ctx, name: params.name })));

export const PUT = route(putSpec, async ({ ctx, params, body }) => {
  const { cluster, created } = await putCluster({ ctx, name: params.name, input: body });
  return json(cluster, created ? 201 : 200);
});

export const DELETE = route(deleteCluster, async ({ ctx, params }) => {
  await retireCluster({ ctx, name: params.name });
  return noContent();
});
