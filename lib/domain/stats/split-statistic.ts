/** The best place to split a stretch of a series, and by how much it divides it. */
export interface Split {
  /** The first index of the second part. */
  index: number;
  /** nm/(n+m) times the energy statistic of both parts; 0 or below when nothing divides them. */
  statistic: number;
}

/** Ranks 1..n of values, equal ones in any order: all that is asked is which are smaller. */
function ranksOf(values: Float64Array): Int32Array {
  const order = Int32Array.from(values, (_, i) => i).sort((i, j) => (values[i] ?? 0) - (values[j] ?? 0));
  const ranks = new Int32Array(values.length);
  order.forEach((index, rank) => {
    ranks[index] = rank + 1;
  });
  return ranks;
}

/**
 * Adds values one by one and tells the sum of distances to those already there, in O(log n) each: two Fenwick trees
 * over the ranks, of counts and of sums.
 */
class Distances {
  readonly #counts: Float64Array;
  readonly #sums: Float64Array;
  #count = 0;
  #sum = 0;

  constructor(size: number) {
    this.#counts = new Float64Array(size + 1);
    this.#sums = new Float64Array(size + 1);
  }

  clear(): void {
    this.#counts.fill(0);
    this.#sums.fill(0);
    this.#count = 0;
    this.#sum = 0;
  }

  add(value: number, rank: number): number {
    let [below, sumBelow] = [0, 0];
    for (let i = rank; i > 0; i -= i & -i) {
      below += this.#counts[i] ?? 0;
      sumBelow += this.#sums[i] ?? 0;
    }
    const above = this.#sum - sumBelow - (this.#count - below) * value;
    for (let i = rank; i < this.#counts.length; i += i & -i) {
      this.#counts[i] = (this.#counts[i] ?? 0) + 1;
      this.#sums[i] = (this.#sums[i] ?? 0) + value;
    }
    this.#count += 1;
    this.#sum += value;
    return below * value - sumBelow + above;
  }
}

/** A stretch that can be shuffled and split again and again. */
export interface Stretch {
  values: Float64Array;
  ranks: Int32Array;
  /** Where each place takes its value from: shuffled for a permutation. */
  order: Int32Array;
  distances: Distances;
  within: Float64Array;
}

export function stretchOf(series: Float64Array): Stretch {
  // Distances do not change when the middle is moved to 0, and cancel less.
  const middle = series.reduce((a, b) => a + b, 0) / Math.max(1, series.length);
  const values = series.map((value) => value - middle);
  return {
    values,
    ranks: ranksOf(values),
    order: Int32Array.from(values, (_, i) => i),
    distances: new Distances(values.length),
    within: new Float64Array(values.length + 1),
  };
}

/** The mean over all pairs of different members: an unbiased estimate (Matteson and James 2014, (5)). */
function meanDistance(sum: number, size: number): number {
  return size < 2 ? 0 : (2 * sum) / (size * (size - 1));
}

/** The best split of a stretch in its present order, both parts at least `minSegment` long; null if it is too short. */
export function bestSplit({ values, ranks, order, distances, within }: Stretch, minSegment: number): Split | null {
  const n = values.length;
  if (n < 2 * minSegment) return null;
  const add = (place: number): number => {
    const index = order[place] ?? 0;
    return distances.add(values[index] ?? 0, ranks[index] ?? 1);
  };
  distances.clear();
  for (let place = 0; place < n; place += 1) within[place + 1] = (within[place] ?? 0) + add(place);
  const total = within[n] ?? 0;
  distances.clear();
  let best: Split | null = null;
  let right = 0;
  for (let place = n - 1; place >= minSegment; place -= 1) {
    right += add(place);
    const m = n - place;
    if (m < minSegment) continue;
    const left = within[place] ?? 0;
    const e = (2 * (total - left - right)) / (place * m) - meanDistance(left, place) - meanDistance(right, m);
    const statistic = (place * m * e) / n;
    if (best === null || statistic >= best.statistic) best = { index: place, statistic };
  }
  return best;
}
