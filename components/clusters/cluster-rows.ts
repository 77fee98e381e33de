import type { ClusterDto, Tier } from "@/lib/domain/clusters/cluster";
import type { ReadinessDto, ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { compareText } from "@/lib/domain/readiness/reason-order";
import { VERDICTS, type Verdict } from "@/lib/domain/readiness/verdict";

/** A cluster with what was judged of it; null where there is no release to judge it for. */
export interface ClusterRow {
  cluster: ClusterDto;
  readiness: ReadinessItemDto | null;
}

export interface ClusterListFilters {
  q: string;
  tier: readonly Tier[];
  provider: readonly string[];
  verdict: readonly Verdict[];
}

/** Worst first, by name among equals. */
export function clusterRows(clusters: readonly ClusterDto[], board: ReadinessDto | null | undefined): ClusterRow[] {
  const items = new Map(board?.items.map((item) => [item.cluster, item]));
  const rank = ({ readiness }: ClusterRow) => (readiness === null ? -1 : VERDICTS.indexOf(readiness.verdict));
  return clusters
    .map((cluster) => ({ cluster, readiness: items.get(cluster.name) ?? null }))
    .sort((a, b) => rank(b) - rank(a) || compareText(a.cluster.name, b.cluster.name));
}

function isAmong<Value>(chosen: readonly Value[], value: Value | null | undefined): boolean {
  return chosen.length === 0 || (value !== null && value !== undefined && chosen.includes(value));
}

/** Every word must be in the name, the region, the provider, a label or a feature. */
export function filterClusterRows(rows: readonly ClusterRow[], filters: ClusterListFilters): ClusterRow[] {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ cluster, readiness }) => {
    const { name, region, provider, labels, features, installedRelease } = cluster;
    const text = [name, region, provider, installedRelease, ...Object.entries(labels).flat(), ...features]
      .join(" ")
      .toLowerCase();
    return (
      isAmong(filters.tier, cluster.tier) &&
      isAmong(filters.provider, provider) &&
      isAmong(filters.verdict, readiness?.verdict) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** How many clusters have each value, by value. */
export function countBy(rows: readonly ClusterRow[], read: (row: ClusterRow) => string | null) {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = read(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, label: value, detail: count }))
    .sort((a, b) => a.value.localeCompare(b.value, "en"));
}
