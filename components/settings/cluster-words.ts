import { type ClusterDto, TIERS } from "@/lib/domain/clusters/cluster";

/** "12 clusters are registered: 3 gating, 4 canary, 5 production." */
export function clustersSentence(clusters: readonly ClusterDto[]): string {
  if (clusters.length === 0) return "No cluster is registered.";
  const tiers = TIERS.map((tier) => ({ tier, count: clusters.filter((cluster) => cluster.tier === tier).length }))
    .filter(({ count }) => count > 0)
    .map(({ tier, count }) => `${count} ${tier}`);
  return `${clusters.length === 1 ? "1 cluster is" : `${clusters.length} clusters are`} registered: ${tiers.join(", ")}.`;
}

/** What registers a cluster from a shell. */
export function registerCommand(origin: string): string {
  return [
    `curl -X PUT ${origin}/api/v1/clusters/edge-1 \\`,
    '  -H "Authorization: Bearer $WAGGLE_TOKEN" -H "Content-Type: application/json" \\',
    `  -d '{"tier":"canary"}'`,
  ].join("\n");
}
