import { AREAS } from "../readiness/area";
import type { Gate } from "./gate";

/** The gates in force, by area: an operator's gate replaces the catalogue's of the same id, a new one joins its area. */
export function effectiveGates(catalogue: readonly Gate[], custom: readonly Gate[]): Gate[] {
  const byId = new Map(catalogue.map((gate) => [gate.id, gate]));
  for (const gate of custom) byId.set(gate.id, gate);
  return [...byId.values()].sort((a, b) => AREAS.indexOf(a.area) - AREAS.indexOf(b.area));
}
