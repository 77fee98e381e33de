/** A bucket of a classic histogram: how many observations were at most `bound`. */
export interface Bucket {
  bound: number;
  count: number;
}

/**
 * A quantile of a classic histogram as PromQL's histogram_quantile gives it: linear within its bucket, the lowest bucket
 * beginning at 0, and the greatest finite bound where it lies beyond
 * (https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile). Null: nothing can be said.
 */
export function histogramQuantile(q: number, unsorted: readonly Bucket[]): number | null {
  const buckets = unsorted.filter(({ bound }) => !Number.isNaN(bound)).sort((a, b) => a.bound - b.bound);
  const total = buckets.at(-1);
  if (buckets.length < 2 || total?.bound !== Number.POSITIVE_INFINITY || !(total.count > 0)) return null;
  const rank = q * total.count;
  const at = buckets.findIndex(({ count }) => count >= rank);
  const [bucket, before] = [buckets[at], buckets[at - 1]];
  if (bucket === undefined) return null;
  if (bucket.bound === Number.POSITIVE_INFINITY) return before?.bound ?? null;
  if (before === undefined && bucket.bound <= 0) return bucket.bound;
  const [start, below] = [before?.bound ?? 0, before?.count ?? 0];
  if (bucket.count === below) return bucket.bound;
  return start + ((bucket.bound - start) * (rank - below)) / (bucket.count - below);
}
