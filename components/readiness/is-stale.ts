import { AREAS } from "@/lib/domain/readiness/area";
import type { ReadinessItemDto } from "@/lib/domain/readiness/dto";

/** Whether the cluster is unproven only because its evidence grew old. */
export function isStale({ verdict, areas }: Pick<ReadinessItemDto, "verdict" | "areas">): boolean {
  if (verdict !== "unproven") return false;
  return AREAS.every((area) => areas[area].verdict !== "unproven" || areas[area].stale === true);
}
