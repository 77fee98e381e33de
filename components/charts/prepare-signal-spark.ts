import type { ClusterSignalDto } from "@/lib/domain/signals/dto";

const HOUR_MS = 3_600_000;
/** The drawing's own units; it is stretched to the width there is. */
export const SPARK = { width: 240, height: 60 } as const;
const TOP = 4;

interface SparkInput extends Pick<ClusterSignalDto, "candidate" | "band"> {
  /** When the candidate came, or the change began: a dotted line. */
  mark: string | null;
}

export interface SparkData {
  /** Paths in the drawing's units. */
  candidate: string[];
  middle: string[];
  band: string[];
  /** Gaps from left to right, 0..1. */
  gaps: { left: number; width: number }[];
  /** 0..1; null: outside. */
  mark: number | null;
  isEmpty: boolean;
}

interface Spot {
  x: number;
  y: number;
}

const two = (value: number) => Number(value.toFixed(2));
const path = (spots: readonly Spot[]) => spots.map(({ x, y }) => `${two(x)} ${two(y)}`).join("L");

/** Runs of spots without a hole between them; a single one becomes a short stroke, so that it is seen. */
function strokes(spots: readonly (Spot | null)[]): string[] {
  const runs: Spot[][] = [[]];
  for (const spot of spots) {
    if (spot === null) runs.push([]);
    else runs.at(-1)?.push(spot);
  }
  return runs
    .filter((run) => run.length > 0)
    .map((run) => {
      const [first] = run;
      return run.length === 1 && first !== undefined ? `M${path(run)}h1.5` : `M${path(run)}`;
    });
}

function areas(lows: readonly (Spot | null)[], highs: readonly (Spot | null)[]): string[] {
  const runs: { low: Spot[]; high: Spot[] }[] = [{ low: [], high: [] }];
  lows.forEach((low, at) => {
    const high = highs[at];
    if (low == null || high == null) runs.push({ low: [], high: [] });
    else {
      runs.at(-1)?.low.push(low);
      runs.at(-1)?.high.push(high);
    }
  });
  return runs.filter(({ low }) => low.length > 1).map(({ low, high }) => `M${path(high)}L${path(low.toReversed())}Z`);
}

function hoursOf(input: SparkInput): number[] {
  const times = [...input.candidate, ...input.band].map(({ at }) => Math.floor(Date.parse(at) / HOUR_MS));
  if (times.length === 0) return [];
  const first = times.reduce((least, time) => Math.min(least, time));
  const last = times.reduce((most, time) => Math.max(most, time));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Hours from the first of the candidate on of which it says nothing: gaps, in shares of the width. */
function gapsOf(values: readonly (number | null)[]): SparkData["gaps"] {
  const first = values.findIndex((value) => value !== null);
  const gaps: { left: number; width: number }[] = [];
  values.forEach((value, at) => {
    if (value !== null || first < 0 || at < first) return;
    const last = gaps.at(-1);
    if (last !== undefined && Math.abs(last.left + last.width - at / values.length) < 1e-9) {
      last.width += 1 / values.length;
    } else gaps.push({ left: at / values.length, width: 1 / values.length });
  });
  return gaps;
}

/**
 * The last hours of a signal as paths of a small drawing, from zero to the largest value. Gaps end a line and are named
 * as spans of the width; they are never bridged and never zero.
 */
export function prepareSignalSpark(input: SparkInput): SparkData {
  const hours = hoursOf(input);
  const candidate = new Map(input.candidate.map(({ at, value }) => [Math.floor(Date.parse(at) / HOUR_MS), value]));
  const band = new Map(input.band.map((usual) => [Math.floor(Date.parse(usual.at) / HOUR_MS), usual]));
  const values = hours.map((hour) => candidate.get(hour) ?? null);
  const largest = Math.max(0, ...values.map((value) => value ?? 0), ...input.band.map(({ high }) => high));
  const spot = (at: number, value: number | null | undefined): Spot | null =>
    value == null
      ? null
      : {
          x: ((at + 0.5) / hours.length) * SPARK.width,
          y: SPARK.height - (largest === 0 ? 0 : value / largest) * (SPARK.height - TOP),
        };
  const of = (pick: (hour: number) => number | null | undefined) => hours.map((hour, at) => spot(at, pick(hour)));
  const first = hours[0];
  const mark = input.mark === null || first === undefined ? null : Date.parse(input.mark) / HOUR_MS - first;
  return {
    candidate: strokes(of((hour) => candidate.get(hour))),
    middle: strokes(of((hour) => band.get(hour)?.middle)),
    band: areas(
      of((hour) => band.get(hour)?.low),
      of((hour) => band.get(hour)?.high),
    ),
    gaps: gapsOf(values),
    mark: mark === null || mark < 0 || mark > hours.length ? null : mark / hours.length,
    isEmpty: values.every((value) => value === null) && input.band.length === 0,
  };
}
