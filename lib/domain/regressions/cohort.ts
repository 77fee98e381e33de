import type { Feature } from "../clusters/feature";
import { compareText } from "../readiness/reason-order";

/** Clusters of one provider with the same features: their stable runs may stand for each other. */
export function cohortKey(cluster: { provider: string | null; features: readonly Feature[] }): string {
  return `${cluster.provider ?? "-"} ${[...cluster.features].sort(compareText).join(",")}`;
}
