import { z } from "zod";
import { ClusterDto, type PutClusterInput } from "@/lib/domain/clusters/cluster";
import { api } from "@/lib/routes";
import { requestJson } from "./fetcher";

/** Registers a cluster, or replaces all that is known of it. */
export async function saveCluster({ name, input }: { name: string; input: PutClusterInput }): Promise<ClusterDto> {
  return requestJson(api.cluster(name), ClusterDto, { method: "PUT", body: input });
}

export async function retireCluster(name: string): Promise<void> {
  await requestJson(api.cluster(name), z.undefined(), { method: "DELETE" });
}
