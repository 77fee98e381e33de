import { stratifiedExact } from "../stats/stratified-exact";
import { type Corrected, correctFamily } from "./family";
import { type Comparison, type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { gateStrata } from "./gate-strata";
import { groupBy } from "./group-by";
import { GATE_THRESHOLDS } from "./thresholds";

export interface PooledGate {
  p: number;
  q: number;
  clusters: number;
}

/** What the whole board says of its cells: q-values in the order of the cells, and of each gate over all clusters. */
export interface GateCorrections {
  hard: Corrected;
  firstTry: Corrected;
  pooled: ReadonlyMap<string, PooledGate>;
}

/** A cell that is not compared takes part in no family. */
function correctChannel(cells: readonly GateCell[], of: (cell: GateCell) => Comparison | null): Corrected {
  const tested = cells.flatMap((cell, index) => {
    const comparison = cell.gateId === RUN_INTEGRITY || cell.incomparable.length > 0 ? null : of(cell);
    return comparison === null ? [] : [{ index, p: comparison.midP, smallestP: comparison.smallestP }];
  });
  const { q: values, testable } = correctFamily(tested, GATE_THRESHOLDS.tarone);
  const q = new Array<number>(cells.length).fill(1);
  for (const [rank, { index }] of tested.entries()) q[index] = values[rank] ?? 1;
  return { q, testable };
}

function pooledGates(cells: readonly GateCell[]): ReadonlyMap<string, PooledGate> {
  const comparable = cells.filter(({ gateId, incomparable }) => gateId !== RUN_INTEGRITY && incomparable.length === 0);
  const tested = [...groupBy(comparable, ({ gateId }) => gateId)].flatMap(([gateId, group]) => {
    const strata = gateStrata(group);
    if (strata.length === 0) return [];
    return [{ gateId, p: stratifiedExact(strata).pMidP, clusters: group.filter(({ look }) => look > 0).length }];
  });
  const { q } = correctFamily(
    tested.map(({ p }) => ({ p, smallestP: null })),
    GATE_THRESHOLDS.tarone,
  );
  return new Map(tested.map(({ gateId, ...gate }, index) => [gateId, { ...gate, q: q[index] ?? 1 }]));
}

/** Corrects hard failures, failed first tries and gates over all clusters, each in a family of its own. */
export function correctGates(cells: readonly GateCell[]): GateCorrections {
  return {
    hard: correctChannel(cells, ({ hard }) => hard),
    firstTry: correctChannel(cells, ({ firstTry }) => firstTry),
    pooled: pooledGates(cells),
  };
}
