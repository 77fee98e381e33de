import type { SignalPointDto, SignalSeriesDto } from "@/lib/domain/signals/dto";
import { valueTicks } from "./chart-ticks";
import { type ChartThreshold, prepareThresholds, type ThresholdInput } from "./prepare-thresholds";

const HOUR_MS = 3_600_000;

/** One hour of the chart; values are on the scale they are shown on, null is a gap. */
export interface SignalRow {
  /** The beginning of the hour, ms. */
  hour: number;
  /** Where its points stand: the middle of the hour. */
  at: number;
  candidate: number | null;
  baseline: number | null;
  /** The usual value at that hour of the day, drawn where the candidate runs in the baseline's place. */
  usual: number | null;
  band: [number, number] | null;
  /** What the candidate's value was made of. */
  x: number | null;
  exposure: number | null;
}

/** Hours in a row of which nothing is known. ms, from the first hour's beginning to the last one's end. */
export interface Gap {
  from: number;
  to: number;
  hours: number;
}

/** An hour whose neighbours are not known: a line between hours would not show it. */
export interface LoneHour {
  at: number;
  value: number;
  side: "candidate" | "baseline";
}

export interface SignalChartData {
  rows: SignalRow[];
  lone: LoneHour[];
  gaps: Gap[];
  /** The plotted span, ms. */
  from: number;
  to: number;
  ticks: number[];
  thresholds: ChartThreshold[];
  /** Thresholds above the plotted range, in words. */
  beyond: string[];
  /** Hours with a candidate's value; none: there is nothing to compare yet. */
  candidateHours: number;
  /** When the baseline was measured again after the candidate; RFC 3339, null: it was not. */
  backAt: string | null;
}

function byHour<Point extends { at: string }>(points: readonly Point[]): Map<number, Point> {
  return new Map(points.map((point) => [Math.floor(Date.parse(point.at) / HOUR_MS) * HOUR_MS, point]));
}

const isKnown = (row: SignalRow) => row.candidate !== null || row.baseline !== null;

function gapsOf(rows: readonly SignalRow[]): Gap[] {
  const gaps: Gap[] = [];
  for (const row of rows) {
    if (isKnown(row)) continue;
    const last = gaps.at(-1);
    if (last !== undefined && last.to === row.hour) {
      last.to += HOUR_MS;
      last.hours += 1;
    } else gaps.push({ from: row.hour, to: row.hour + HOUR_MS, hours: 1 });
  }
  return gaps;
}

type Series = Pick<SignalSeriesDto, "candidate" | "baseline" | "band" | "from" | "to"> & {
  signal: Pick<SignalSeriesDto["signal"], "display">;
};

function everyHour(series: Series): SignalRow[] {
  const { scale } = series.signal.display;
  const candidate = byHour(series.candidate);
  const baseline = byHour(series.baseline);
  const band = byHour(series.band);
  const scaled = (point: SignalPointDto | undefined) =>
    point === undefined || point.value === null ? null : point.value * scale;
  const rows: SignalRow[] = [];
  const end = Date.parse(series.to);
  // Only whole hours: the one that runs has no value yet, and that is no gap.
  for (let hour = Math.floor(Date.parse(series.from) / HOUR_MS) * HOUR_MS; hour + HOUR_MS <= end; hour += HOUR_MS) {
    const own = candidate.get(hour);
    const usual = band.get(hour);
    const measured = scaled(baseline.get(hour));
    const value = scaled(own);
    rows.push({
      hour,
      at: hour + HOUR_MS / 2,
      candidate: value,
      baseline: measured,
      usual: usual === undefined || measured !== null || value === null ? null : usual.middle * scale,
      band: usual === undefined ? null : [usual.low * scale, usual.high * scale],
      x: own?.x ?? null,
      exposure: own?.exposure ?? null,
    });
  }
  return rows;
}

/** Joins the usual values to the measured ones beside them, so that the dashed line does not begin in the air. */
function joinUsual(rows: readonly SignalRow[]): void {
  rows.forEach((row, at) => {
    const next = rows[at + 1];
    if (row.baseline !== null && next?.usual != null && next.candidate !== null) row.usual = row.baseline;
  });
}

function loneHours(rows: readonly SignalRow[], side: LoneHour["side"]): LoneHour[] {
  return rows.flatMap((row, at) => {
    const value = row[side];
    const hasNeighbour = rows[at - 1]?.[side] != null || rows[at + 1]?.[side] != null;
    return value === null || hasNeighbour ? [] : [{ at: row.at, value, side }];
  });
}

/** The first hour with the baseline after the candidate's last one. */
function backAt(rows: readonly SignalRow[]): string | null {
  const last = rows.findLastIndex(({ candidate }) => candidate !== null);
  const back = last < 0 ? undefined : rows.slice(last + 1).find(({ baseline }) => baseline !== null);
  return back === undefined ? null : new Date(back.hour).toISOString();
}

/**
 * What the chart of a signal draws: one row an hour from the first that is known to `to`, gaps named, the axis from zero.
 * Values are multiplied by the signal's display scale; times are ms since 1970, UTC.
 */
export function prepareSignalChart(series: Series, threshold: ThresholdInput): SignalChartData {
  const all = everyHour(series);
  const first = all.findIndex(isKnown);
  const rows = first < 0 ? [] : all.slice(first);
  joinUsual(rows);
  const largest = Math.max(
    0,
    ...rows.flatMap((row) => [row.candidate ?? 0, row.baseline ?? 0, row.usual ?? 0, row.band?.[1] ?? 0]),
  );
  const { drawn, beyond } = prepareThresholds(threshold, largest);
  return {
    rows,
    lone: [...loneHours(rows, "baseline"), ...loneHours(rows, "candidate")],
    gaps: gapsOf(rows),
    from: rows[0]?.hour ?? Date.parse(series.from),
    to: (rows.at(-1)?.hour ?? Date.parse(series.to) - HOUR_MS) + HOUR_MS,
    ticks: valueTicks(Math.max(largest, ...drawn.map(({ value }) => value))),
    thresholds: drawn,
    beyond,
    candidateHours: rows.filter(({ candidate }) => candidate !== null).length,
    backAt: backAt(rows),
  };
}
