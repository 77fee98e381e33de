import type { Gate } from "@/lib/domain/gates/gate";
import { type Area, eachArea } from "@/lib/domain/readiness/area";

export interface GateFilters {
  q: string;
  area: readonly Area[];
}

export interface FilteredGates {
  items: Gate[];
  /** What each area's chip would leave. */
  counts: Record<Area, number>;
}

/** The gates that the filters leave, in their order. */
export function filterGates(gates: readonly Gate[], { q, area }: GateFilters): FilteredGates {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const left = gates.filter((gate) => {
    const text = [gate.id, gate.title, gate.proves, gate.tool].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return {
    items: left.filter((gate) => area.length === 0 || area.includes(gate.area)),
    counts: eachArea((one) => left.filter((gate) => gate.area === one).length),
  };
}
