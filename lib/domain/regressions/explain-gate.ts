import { fisherMidP } from "../stats/fisher";
import { benjaminiHochberg } from "../stats/multiple-testing";
import { stratifiedExact } from "../stats/stratified-exact";
import type { GateCell } from "./gate-cell";
import { gateStrata } from "./gate-strata";
import type { ClusterAttributes } from "./judged-cell";
import type { Explain } from "./regression";
import { GATE_THRESHOLDS } from "./thresholds";

/** An attribute that fits to nearly all runs explains nothing. */
const EVERYWHERE = 0.95;
const SHOWN = 8;

interface Slice {
  label: string;
  value: string;
  cells: GateCell[];
}

function slices(cells: readonly GateCell[], attributes: ReadonlyMap<string, ClusterAttributes>): readonly Slice[] {
  const found = new Map<string, Slice>();
  for (const cell of cells) {
    for (const { label, value } of attributes.get(cell.cluster) ?? []) {
      const key = JSON.stringify([label, value]);
      const slice = found.get(key) ?? { label, value, cells: [] };
      slice.cells.push(cell);
      found.set(key, slice);
    }
  }
  return [...found.values()];
}

const failures = (cells: readonly GateCell[]) => cells.reduce((sum, { candidate }) => sum + candidate.fail, 0);
const runs = (cells: readonly GateCell[]) => cells.reduce((sum, { candidate }) => sum + candidate.n, 0);

/** Mid-p of "those fail more with the candidate than all the others do": a region is not to blame for its one bad kernel. */
function contrast(having: readonly GateCell[], all: { fail: number; n: number }): number {
  const [fail1, n1] = [failures(having), runs(having)];
  return fisherMidP({ fail1, n1, fail0: all.fail - fail1, n0: all.n - n1 });
}

export interface Explained {
  explains: readonly Explain[];
  tested: number;
  found: number;
}

/**
 * Which attribute of clusters carries the failures of one gate: for each value the clusters that have it are tested
 * together against their baselines (stratified exact) and against the other clusters; both must say so, corrected over
 * the values. The share of the failing runs is held against the share of all runs. Only values that fail more than their share, most telling first; at most 8. `factor`: of how many gates this
 * one was chosen, over how many were chosen.
 */
export function explainGate(
  cells: readonly GateCell[],
  attributes: ReadonlyMap<string, ClusterAttributes>,
  factor = 1,
): Explained {
  const judged = cells.filter(({ look }) => look > 0);
  const [allFailures, allRuns] = [failures(judged), runs(judged)];
  if (allFailures === 0) return { explains: [], tested: 0, found: 0 };
  const tested = slices(judged, attributes).flatMap(({ label, value, cells: having }) => {
    const expected = runs(having) / allRuns;
    const strata = gateStrata(having);
    if (expected > EVERYWHERE || strata.length === 0) return [];
    const p = Math.max(stratifiedExact(strata).pMidP, contrast(having, { fail: allFailures, n: allRuns }));
    return [{ label, value, share: failures(having) / allFailures, expected, p }];
  });
  const q = benjaminiHochberg(tested.map(({ p }) => p));
  const found = tested
    .map(({ p: _p, ...one }, index) => ({ ...one, q: Math.min(1, factor * (q[index] ?? 1)) }))
    .filter((one) => one.q <= GATE_THRESHOLDS.qRed && one.share > one.expected)
    .sort((a, b) => b.share - b.expected - (a.share - a.expected) || a.q - b.q);
  return { explains: found.slice(0, SHOWN), tested: tested.length, found: found.length };
}
