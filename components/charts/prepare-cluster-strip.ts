import { compareWorstFirst, type Verdict } from "@/lib/domain/readiness/verdict";

/** Height of a mark, of the whole strip, 0..1: it rises with severity, so that the strip reads in grey. */
export const MARK_HEIGHT: Readonly<Record<Verdict, number>> = { ready: 0.5, review: 0.7, unproven: 0.88, blocked: 1 };

export interface ClusterMark {
  name: string;
  verdict: Verdict;
}

/** One mark for each cluster, worst first and by name among equals. */
export function prepareClusterStrip(clusters: readonly ClusterMark[]): ClusterMark[] {
  return clusters.toSorted(
    (a, b) => compareWorstFirst(a.verdict, b.verdict) || (a.name < b.name ? -1 : Number(a.name > b.name)),
  );
}
