import { draw } from "@/sandbox/draw";

/** A draw from the standard normal distribution (Box and Muller 1958), the same for the same words. */
export function drawNormal(...words: readonly (string | number)[]): number {
  const radius = Math.sqrt(-2 * Math.log(1 - draw(...words, "radius")));
  return radius * Math.cos(2 * Math.PI * draw(...words, "angle"));
}

/** Below this mean, counts are drawn one by one; above it the normal distribution is close enough. */
const SMALL_MEAN = 30;

/**
 * A count with this mean, scattered more than a Poisson count by `dispersion` (variance over mean), as counters of
 * packets are: one cause drops many.
 */
export function drawCount(mean: number, dispersion: number, ...words: readonly (string | number)[]): number {
  if (mean >= SMALL_MEAN) return Math.max(0, Math.round(mean + Math.sqrt(mean * dispersion) * drawNormal(...words)));
  const target = draw(...words);
  let count = 0;
  let term = Math.exp(-mean);
  for (let sum = term; sum < target && count < 1_000; sum += term) {
    count += 1;
    term *= mean / count;
  }
  return count;
}
