import { requireCount, requireSample } from "./require";

/** Pairs with x > y, ties counting half, without looking at each pair: U of the first sample. */
export function pairsAbove(x: readonly number[], y: readonly number[]): number {
  const sorted = Float64Array.from(y).sort();
  const below = (value: number, orEqual: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = sorted[middle] ?? 0;
      if (other < value || (orEqual && other === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return x.reduce((sum, value) => sum + (below(value, false) + below(value, true)) / 2, 0);
}

/** The common language effect size: the chance that a value of x is above one of y, ties counting half. */
export function cles(x: readonly number[], y: readonly number[]): number {
  requireSample(x, "x");
  requireSample(y, "y");
  return pairsAbove(x, y) / (x.length * y.length);
}

/** Cliff's delta: pairs with x > y minus pairs with x < y, as a share of all; -1 to 1. */
export function cliffsDelta(x: readonly number[], y: readonly number[]): number {
  return 2 * cles(x, y) - 1;
}

/**
 * The common language effect size of two histograms over the same buckets, counts per bucket (not cumulative): the
 * chance that an observation of x lies in a higher bucket than one of y, the same bucket counting half.
 */
export function groupedCles(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError(`histograms of ${x.length} and ${y.length} buckets do not compare`);
  for (const count of [...x, ...y]) requireCount(count, "a bucket's count");
  const [total1, total0] = [x, y].map((counts) => counts.reduce((a, b) => a + b, 0));
  if (!total1 || !total0) throw new RangeError("an empty histogram does not compare");
  let below = 0;
  let share = 0;
  for (const [bucket, count] of x.entries()) {
    const inBucket = (y[bucket] ?? 0) / total0;
    share += (count / total1) * (below + inBucket / 2);
    below += inBucket;
  }
  return share;
}
