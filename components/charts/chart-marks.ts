import type { Onset } from "@/lib/domain/regressions/card";
import { clockWords, momentWords } from "./chart-ticks";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** A moment on a chart of time: a dotted line with text, or the onset with its uncertainty as a band. ms. */
export interface ChartMark {
  id: string;
  at: number;
  label: string;
  kind: "event" | "onset";
  band?: { from: number; to: number };
}

interface Moment {
  id: string;
  /** Before the time: "detected". */
  word: string;
  /** Absent moments are left out. */
  at: string | null;
}

interface Span {
  from: number;
  to: number;
}

/** "± 30 min", "± 2 h", or from and to where the two sides differ. */
function uncertaintyWords(at: number, low: number, high: number): string {
  if (low === at && high === at) return "";
  const [before, after] = [at - low, high - at];
  if (Math.abs(before - after) > MINUTE_MS) return ` (${clockWords(low)} to ${clockWords(high)})`;
  return before < 2 * HOUR_MS ? ` ± ${Math.round(before / MINUTE_MS)} min` : ` ± ${Math.round(before / HOUR_MS)} h`;
}

/** The onset as the chart and its card name it: "onset 13:31 ± 5 min". */
export function onsetMark(onset: Onset, span: Span): ChartMark {
  const [at, low, high] = [onset.at, onset.low, onset.high].map((iso) => Date.parse(iso));
  if (at === undefined || low === undefined || high === undefined) throw new Error("an onset has three times");
  return {
    id: "onset",
    kind: "onset",
    at,
    label: `onset ${momentWords(at, span.from, span.to)}${uncertaintyWords(at, low, high)}`,
    band: { from: Math.max(low, span.from), to: Math.min(high, span.to) },
  };
}

/** The marks that lie within the plotted span, oldest first. */
export function prepareMarks(moments: readonly Moment[], onset: Onset | null, span: Span): ChartMark[] {
  const events = moments.flatMap(({ id, word, at }): ChartMark[] => {
    if (at === null) return [];
    const time = Date.parse(at);
    return [{ id, kind: "event", at: time, label: `${word} ${momentWords(time, span.from, span.to)}` }];
  });
  const all = onset === null ? events : [...events, onsetMark(onset, span)];
  return all.filter(({ at }) => at >= span.from && at <= span.to).toSorted((a, b) => a.at - b.at);
}
