import { z } from "zod";
import type { Cluster } from "@/lib/db/clusters";
import { type ClusterDto, DeliverySchema } from "@/lib/domain/clusters/cluster";
import { effectiveFeatures, type Feature, FeatureSchema, type Mesh, MeshSchema } from "@/lib/domain/clusters/feature";
import { PrometheusSourceDto } from "@/lib/domain/clusters/prometheus-source";
import type { ClusterIdentity } from "@/lib/domain/readiness/cluster-facts";

const Members = z.record(z.string(), z.unknown());

/** The features a cluster declares, or null. An id that a later version dropped is left out. */
export function declaredFeatures(cluster: Cluster): readonly Feature[] | null {
  if (!Array.isArray(cluster.features)) return null;
  return cluster.features.flatMap((value) => FeatureSchema.safeParse(value).data ?? []);
}

export function declaredMesh(cluster: Cluster): Mesh[] | null {
  return z.array(MeshSchema).nullable().parse(cluster.mesh);
}

/** What the rules need to know of a cluster. */
export function clusterIdentity(cluster: Cluster): ClusterIdentity {
  const declared = declaredFeatures(cluster);
  return {
    name: cluster.name,
    tier: cluster.tier,
    features: effectiveFeatures(declared),
    featuresDeclared: declared !== null,
    mesh: declaredMesh(cluster),
  };
}

/** The outward shape of a cluster; references to secrets stay references. */
export function toClusterDto(cluster: Cluster, nodes: ClusterDto["nodes"]): ClusterDto {
  const declared = declaredFeatures(cluster);
  return {
    name: cluster.name,
    tier: cluster.tier,
    labels: z.record(z.string(), z.string()).parse(cluster.labels),
    provider: cluster.provider,
    region: cluster.region,
    kubernetesVersion: cluster.kubernetesVersion,
    installedRelease: cluster.installedRelease,
    initialRelease: cluster.initialRelease,
    features: [...effectiveFeatures(declared)],
    featuresDeclared: declared !== null,
    mesh: declaredMesh(cluster),
    delivery: DeliverySchema.parse(cluster.delivery),
    prometheus: PrometheusSourceDto.nullable().catch(null).parse(cluster.prometheus),
    telemetryBudget: Members.nullable().parse(cluster.telemetryBudget),
    observedAt: cluster.observedAt?.toISOString() ?? null,
    nodes,
    createdAt: cluster.createdAt.toISOString(),
    updatedAt: cluster.updatedAt.toISOString(),
    retiredAt: cluster.retiredAt?.toISOString() ?? null,
    version: cluster.version,
  };
}
