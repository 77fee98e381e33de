import type { DemoCluster } from "@/sandbox/fleet/cluster";

/** The body of `PUT /api/v1/clusters/{name}`. */
export function clusterBody(cluster: DemoCluster): Record<string, unknown> {
  const { tier, provider, region, kubernetesVersion, installedRelease, initialRelease, features, mesh } = cluster;
  return {
    tier,
    provider,
    region,
    kubernetesVersion,
    installedRelease,
    initialRelease,
    features,
    mesh,
    labels: { owner: cluster.owner, environment: tier === "production" ? "production" : "test" },
    delivery: { kind: "record" },
  };
}
