import type { ReadinessDto } from "@/lib/domain/readiness/dto";

/** How many pieces of evidence the verdicts of the whole board rest on. */
export function evidenceCount({ items }: Pick<ReadinessDto, "items">): number {
  return items.reduce((sum, { evidence }) => sum + evidence.count, 0);
}
