import { shuffle } from "./random";
import { requireCount, requireLevel, requireSample } from "./require";
import { bestSplit, type Split, type Stretch, stretchOf } from "./split-statistic";

export interface EDivisiveOptions {
  /** A change is one at p <= this. */
  alphaLevel: number;
  /** Permutations per decision; at least 1/alphaLevel are needed. By default 20/alphaLevel, at least 199. */
  permutations?: number;
  /** The shortest stretch between two changes, at least 1. */
  minSegment?: number;
  /** Numbers in [0, 1), for instance mulberry32(seed). */
  random: () => number;
}

interface Window {
  start: number;
  stretch: Stretch;
  split: Split | null;
}

/** Permuted sums differ in their last digits: this much below the observed statistic counts as reaching it. */
const ROUNDING = 1e-9;

function windowOf(series: Float64Array, start: number, end: number, minSegment: number): Window {
  const stretch = stretchOf(series.slice(start, end));
  return { start, stretch, split: bestSplit(stretch, minSegment) };
}

function permutedBest(windows: readonly Window[], minSegment: number, random: () => number): number {
  return windows.reduce((best, { stretch }) => {
    shuffle(stretch.order, 0, stretch.order.length, random);
    return Math.max(best, bestSplit(stretch, minSegment)?.statistic ?? 0);
  }, 0);
}

/**
 * Whether a split this good is rare when the order within the stretches means nothing: p = (1 + #)/(B + 1), never 0
 * (Phipson and Smyth 2010). Stops as soon as it cannot become significant any more.
 */
function isSignificant(
  observed: number,
  windows: readonly Window[],
  options: { alphaLevel: number; permutations: number; minSegment: number; random: () => number },
): boolean {
  const allowed = options.alphaLevel * (options.permutations + 1) * (1 + 4 * Number.EPSILON);
  let reached = 1;
  for (let i = 0; i < options.permutations && reached <= allowed; i += 1) {
    if (permutedBest(windows, options.minSegment, options.random) >= observed * (1 - ROUNDING)) reached += 1;
  }
  return reached <= allowed;
}

/**
 * The indices where the distribution of a series changes, ascending, each the first of a new level: E-divisive
 * (Matteson and James 2014) in the form of MongoDB's signal-processing-algorithms. The best split of all stretches
 * is kept while permutations within the stretches seldom give a better one. For long histories and for dating, not
 * for verdicts. A series too short to split has none. RangeError for numbers that are not finite.
 */
export function eDivisive(series: readonly number[], options: EDivisiveOptions): readonly number[] {
  const { alphaLevel, minSegment = 2, random } = options;
  requireSample(series, "the series", 0);
  requireLevel(alphaLevel, "alphaLevel");
  const { permutations = Math.max(199, Math.ceil(20 / alphaLevel) - 1) } = options;
  requireCount(permutations, "permutations");
  requireCount(minSegment - 1, "minSegment - 1");
  const values = Float64Array.from(series);
  let windows: readonly Window[] = [windowOf(values, 0, values.length, minSegment)];
  const found: number[] = [];
  for (;;) {
    const splittable = windows.filter(({ split }) => split !== null);
    const best = splittable.reduce<Window | null>(
      (a, b) => ((b.split?.statistic ?? 0) > (a?.split?.statistic ?? 0) ? b : a),
      null,
    );
    if (!best?.split) break;
    const { index, statistic } = best.split;
    if (!isSignificant(statistic, splittable, { alphaLevel, permutations, minSegment, random })) break;
    found.push(best.start + index);
    const end = best.start + best.stretch.values.length;
    windows = windows.flatMap((window) =>
      window === best
        ? [
            windowOf(values, best.start, best.start + index, minSegment),
            windowOf(values, best.start + index, end, minSegment),
          ]
        : [window],
    );
  }
  return found.sort((a, b) => a - b);
}

/** The best split of a whole series, significant or not; null when it is shorter than two segments. */
export function strongestSplit(series: readonly number[], minSegment = 1): Split | null {
  requireSample(series, "the series", 0);
  return bestSplit(stretchOf(Float64Array.from(series)), minSegment);
}
