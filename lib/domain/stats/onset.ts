import { eDivisive, strongestSplit } from "./e-divisive";
import { mulberry32 } from "./random";
import { requireLevel } from "./require";
import { bestSplit, stretchOf } from "./split-statistic";

export interface Onset {
  /** The first index of the new level. */
  index: number;
  /** The interval of that index. */
  low: number;
  high: number;
}

export interface OnsetOptions {
  alphaLevel?: number;
  confidence?: number;
  minSegment?: number;
  resamples?: number;
  seed?: number;
}

function resample(from: Float64Array, into: Float64Array, offset: number, random: () => number): void {
  for (let i = 0; i < from.length; i += 1) into[offset + i] = from[Math.floor(random() * from.length)] ?? 0;
}

/**
 * Dates the one change of a series: the best split of E-divisive, or null when permutations give one as good more
 * often than `alphaLevel`. The interval is that of the bootstrap: both levels are resampled and split again. The same
 * series and seed always give the same answer.
 */
export function onset(
  series: readonly number[],
  { alphaLevel = 0.05, confidence = 0.95, minSegment = 2, resamples = 400, seed = 1 }: OnsetOptions = {},
): Onset | null {
  requireLevel(confidence, "confidence");
  const random = mulberry32(seed);
  if (eDivisive(series, { alphaLevel, minSegment, random }).length === 0) return null;
  const split = strongestSplit(series, minSegment);
  if (split === null) return null;
  const values = Float64Array.from(series);
  const [before, after] = [values.slice(0, split.index), values.slice(split.index)];
  const drawn = new Float64Array(values.length);
  const dates = Float64Array.from({ length: resamples }, () => {
    resample(before, drawn, 0, random);
    resample(after, drawn, split.index, random);
    return bestSplit(stretchOf(drawn), minSegment)?.index ?? split.index;
  }).sort();
  const at = (share: number): number => dates[Math.round(share * (resamples - 1))] ?? split.index;
  const tail = (1 - confidence) / 2;
  return { index: split.index, low: Math.min(split.index, at(tail)), high: Math.max(split.index, at(1 - tail)) };
}
