import { MOST_VALUES } from "./series-top-values";
import type { Signal } from "./signal";
import type { BlockPair, SegmentPair, SignalBlock } from "./signal-block";
import { hasOwnExposure } from "./signal-metrics";
import { HOUR_MS, SIGNAL_RULES } from "./signal-rules";

/** The hours of one segment of a signal with one release; values of a list belong together by their place. */
export interface SegmentHours {
  label: string;
  value: string;
  /** Seconds since 1970. */
  hours: readonly number[];
  x: readonly (number | null)[];
  exposure: readonly (number | null)[];
}

/** The hours of one segment taken together. */
export interface SegmentSum {
  label: string;
  value: string;
  x: number | null;
  exposure: number | null;
}

/** What is known of the segments of one signal. */
export interface SegmentParts {
  candidate: readonly SegmentHours[];
  /** Baseline hours that are needed one by one. */
  baseline: readonly SegmentHours[];
  /** The baseline's hours before the candidate that count as observed, as one. */
  before: readonly SegmentSum[];
}

type Growing = { segment: SegmentPair["segment"]; candidate: SignalBlock[]; baseline: SignalBlock[] };

/**
 * The segments of a signal beside its whole. An hour in which a value does not come up, though its label was looked at, had
 * none of it: so a value that is rare is not held for frequent. Of each label the values with the greatest share on either
 * side are left, so that one that is new with the candidate is not hidden by weeks of others.
 */
export function segmentPairs(signal: Signal, total: BlockPair, parts: SegmentParts): SegmentPair[] {
  const pairs = new Map<string, Growing>();
  const pairOf = ({ label, value }: { label: string; value: string }) => {
    const key = `${label}\n${value}`;
    const pair = pairs.get(key) ?? { segment: { label, value }, candidate: [], baseline: [] };
    pairs.set(key, pair);
    return pair;
  };
  const candidate = wholes(total.candidate);
  const baseline = wholes(total.baseline);
  for (const part of parts.candidate) pairOf(part).candidate.push(...blocksOf(part, candidate));
  for (const part of parts.baseline) pairOf(part).baseline.push(...blocksOf(part, baseline));
  const before = beforeOf(signal, total);
  if (before !== null) for (const sum of parts.before) pairOf(sum).baseline.push(summed(signal, sum, before));
  const kept = heaviest([...pairs.values()]);
  fillSilentHours(signal, kept, total.candidate);
  return kept;
}

const wholes = (blocks: readonly SignalBlock[]) => new Map(blocks.map((block) => [block.hour.getTime(), block]));

function blocksOf(part: SegmentHours, whole: ReadonlyMap<number, SignalBlock>): SignalBlock[] {
  return part.hours.flatMap((seconds, index) => {
    const of = whole.get(seconds * 1000);
    return of === undefined ? [] : [{ ...of, x: part.x[index] ?? null, exposure: part.exposure[index] ?? null }];
  });
}

/** The baseline's hours before the candidate's first: when they began, and what was seen in those that count. */
function beforeOf(signal: Signal, total: BlockPair) {
  const first = Math.min(...total.candidate.map(({ hour }) => hour.getTime()), Number.POSITIVE_INFINITY);
  const counted = total.baseline.filter(
    ({ hour, coverage }) => hour.getTime() < first && coverage >= SIGNAL_RULES.leastCoverage,
  );
  const [start] = counted;
  if (start === undefined) return null;
  const exposure = counted.reduce(
    (sum, block) => sum + (signal.denominator === null ? block.coverage : (block.exposure ?? 0)),
    0,
  );
  return { hour: start.hour, exposure };
}

function summed(signal: Signal, sum: SegmentSum, before: { hour: Date; exposure: number }): SignalBlock {
  const own = hasOwnExposure(signal, sum.label) ? sum.exposure : before.exposure;
  return { hour: before.hour, x: sum.x, exposure: own, coverage: 1, lost: null, form: null };
}

function heaviest(pairs: readonly Growing[]): Growing[] {
  return [...Map.groupBy(pairs, (pair) => pair.segment.label).values()].flatMap((values) => {
    const sides = (["candidate", "baseline"] as const).flatMap((side) =>
      (["x", "exposure"] as const).map((field) => {
        const of = (pair: Growing) => pair[side].reduce((sum, block) => sum + (block[field] ?? 0), 0);
        const all = values.reduce((sum, pair) => sum + of(pair), 0) || 1;
        return (pair: Growing) => of(pair) / all;
      }),
    );
    if (values.length <= MOST_VALUES) return values;
    const weighed = values.map((pair) => ({ pair, weight: Math.max(...sides.map((share) => share(pair))) }));
    return weighed
      .sort((a, b) => b.weight - a.weight || (a.pair.segment.value < b.pair.segment.value ? -1 : 1))
      .slice(0, MOST_VALUES)
      .map(({ pair }) => pair);
  });
}

function fillSilentHours(signal: Signal, pairs: readonly Growing[], whole: readonly SignalBlock[]): void {
  for (const [label, values] of Map.groupBy(pairs, (pair) => pair.segment.label)) {
    if (hasOwnExposure(signal, label) || signal.method !== "rate") continue;
    const looked = new Set(values.flatMap((pair) => pair.candidate.map(({ hour }) => hour.getTime())));
    for (const pair of values) {
      const known = new Set(pair.candidate.map(({ hour }) => hour.getTime() / HOUR_MS));
      for (const block of whole) {
        const at = block.hour.getTime();
        if (block.x === null || known.has(at / HOUR_MS) || !(block.x === 0 || looked.has(at))) continue;
        pair.candidate.push({ ...block, x: 0, exposure: null });
      }
    }
  }
}
