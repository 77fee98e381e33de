import { explainGate } from "./explain-gate";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import type { GateCorrections } from "./gate-corrections";
import { groupBy } from "./group-by";
import type { BoardInput } from "./judged-cell";
import type { Explain } from "./regression";
import { GATE_THRESHOLDS } from "./thresholds";

export interface BoardExplains {
  /** By gate and cluster: what holds for that cluster. */
  byCell: ReadonlyMap<string, readonly Explain[]>;
  tested: number;
  found: number;
}

export function explainKey(cell: Pick<GateCell, "gateId" | "cluster">): string {
  return `${cell.gateId} ${cell.cluster}`;
}

/** Gates that may have got worse somewhere: the others have nothing to explain. */
function chosenGates(cells: readonly GateCell[], corrections: GateCorrections): ReadonlySet<string> {
  const chosen = new Set<string>();
  for (const [index, { gateId }] of cells.entries()) {
    if ((corrections.hard.q[index] ?? 1) <= GATE_THRESHOLDS.qAmber) chosen.add(gateId);
  }
  for (const [gateId, { q }] of corrections.pooled) if (q <= GATE_THRESHOLDS.qAmber) chosen.add(gateId);
  chosen.delete(RUN_INTEGRITY);
  return chosen;
}

/** Explains every gate that may have got worse; each cluster gets what fits to its own attributes. */
export function explainBoard(
  cells: readonly GateCell[],
  corrections: GateCorrections,
  attributes: BoardInput["attributes"],
): BoardExplains {
  const chosen = chosenGates(cells, corrections);
  const factor = Math.max(1, corrections.pooled.size / Math.max(1, chosen.size));
  const byCell = new Map<string, readonly Explain[]>();
  let [tested, found] = [0, 0];
  const groups = groupBy(
    cells.filter(({ gateId }) => chosen.has(gateId)),
    ({ gateId }) => gateId,
  );
  for (const group of groups.values()) {
    const explained = explainGate(group, attributes, factor);
    tested += explained.tested;
    found += explained.found;
    for (const cell of group) {
      const own = attributes.get(cell.cluster) ?? [];
      const fitting = explained.explains.filter((explain) =>
        own.some(({ label, value }) => label === explain.label && value === explain.value),
      );
      byCell.set(explainKey(cell), fitting);
    }
  }
  return { byCell, tested, found };
}
