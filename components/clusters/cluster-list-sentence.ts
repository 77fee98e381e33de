import { countWords, numberWords } from "@/lib/domain/readiness/words";
import type { ClusterRow } from "./cluster-rows";

/** `24 clusters, 1,320 nodes. 7 clusters run 1.20.0-pre.3, 17 run 1.19.6.` */
export function clusterListSentence(rows: readonly ClusterRow[]): string {
  const nodes = rows.reduce((sum, { cluster }) => sum + cluster.nodes.total, 0);
  const releases = new Map<string, number>();
  for (const { cluster } of rows) {
    const release = cluster.installedRelease;
    if (release !== null) releases.set(release, (releases.get(release) ?? 0) + 1);
  }
  const known = [...releases].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const unknown = rows.length - known.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    ...known.map(([release, count]) => `${numberWords(count)} ${count === 1 ? "runs" : "run"} ${release}`),
    ...(unknown > 0 && known.length > 0 ? [`${numberWords(unknown)} did not say what they run`] : []),
  ];
  const fleet = `${countWords(rows.length, "cluster")}, ${countWords(nodes, "node")}`;
  return parts.length === 0 ? `${fleet}.` : `${fleet}. ${parts.join(", ")}.`;
}
