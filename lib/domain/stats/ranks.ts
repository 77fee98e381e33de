/** Midranks in the order given, 1 for the smallest, and Σ(t³ - t) over groups of t equal values. */
export function midranks(values: readonly number[]): { ranks: readonly number[]; ties: number } {
  const order = values.map((_, index) => index).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  let ties = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === values[order[start] ?? 0]) end += 1;
    const size = end - start;
    ties += size ** 3 - size;
    for (let k = start; k < end; k += 1) ranks[order[k] ?? 0] = (start + 1 + end) / 2;
    start = end;
  }
  return { ranks, ties };
}

/** The median of numbers that need not be sorted; RangeError when there are none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) throw new RangeError("the median of nothing");
  return (low + high) / 2;
}
