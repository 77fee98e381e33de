import type { Area } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { countVerdicts, type VerdictCounts } from "@/lib/domain/readiness/summary-sentence";
import { verdictInView } from "./filter-board";

/** More rows than this are not read, they are filtered. */
const MOST_LISTED = 20;

export interface Folded {
  listed: ReadinessItemDto[];
  /** What is not listed. */
  folded: VerdictCounts;
  foldedCount: number;
}

/** Of clusters that stand worst first: the ones to list, which are not ready, and what is folded beneath them. */
export function foldReady(items: readonly ReadinessItemDto[], areas: readonly Area[]): Folded {
  const listed = items.filter((item) => verdictInView(item, areas) !== "ready").slice(0, MOST_LISTED);
  const rest = items.filter((item) => !listed.includes(item));
  return {
    listed,
    folded: countVerdicts(rest.map((item) => verdictInView(item, areas))),
    foldedCount: rest.length,
  };
}
