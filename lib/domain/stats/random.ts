/**
 * The mulberry32 generator (Tommy Ettinger, public domain): numbers in [0, 1), the same for the same seed, so that
 * a verdict that needs chance can be computed again.
 */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Puts values[from..to) in a random order, in place (Fisher and Yates). */
export function shuffle(values: Float64Array | Int32Array, from: number, to: number, random: () => number): void {
  for (let last = to - 1; last > from; last -= 1) {
    const other = from + Math.floor(random() * (last - from + 1));
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}
