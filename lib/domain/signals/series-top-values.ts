interface Cell {
  x: number | null;
  exposure: number | null;
}

/** research/metrics.md §4: no label values beyond the top 20 of a label are stored. */
export const MOST_VALUES = 20;

/** What the values beyond the top are called together. */
export const OTHER_VALUES = "other";

/**
 * The values with the greatest share of x or of exposure, whichever is greater: a failure that is rare in the traffic is
 * kept, and so is a busy workload that does not fail. `join` adds a side of what is left out to the one cell for it.
 */
export function topValues<C extends Cell>(
  values: Map<string, C>,
  join: (cell: C, side: "x" | "exposure", amount: number) => void,
): Map<string, C> {
  if (values.size <= MOST_VALUES) return values;
  const total = (side: "x" | "exposure") =>
    [...values.values()].reduce((sum, cell) => sum + Math.abs(cell[side] ?? 0), 0) || 1;
  const [allX, allExposure] = [total("x"), total("exposure")];
  const weight = ({ x, exposure }: C) => Math.max(Math.abs(x ?? 0) / allX, Math.abs(exposure ?? 0) / allExposure);
  const sorted = [...values].sort(([nameA, a], [nameB, b]) => weight(b) - weight(a) || (nameA < nameB ? -1 : 1));
  const kept = new Map(sorted.slice(0, MOST_VALUES));
  for (const [, cell] of sorted.slice(MOST_VALUES)) {
    const other = kept.get(OTHER_VALUES);
    if (other === undefined) kept.set(OTHER_VALUES, cell);
    else {
      if (cell.x !== null) join(other, "x", cell.x);
      if (cell.exposure !== null) join(other, "exposure", cell.exposure);
    }
  }
  return kept;
}
