import { valueWords } from "@/lib/domain/regressions/figure-words";
import type { SignalSeriesDto } from "@/lib/domain/signals/dto";
import type { ChartMark } from "./chart-marks";
import { clockWords, dayOfMonth } from "./chart-ticks";
import type { SignalChartData } from "./prepare-signal-chart";

export const SIGNAL_TABLE_HEADERS = ["Hour, UTC", "Candidate", "Baseline", "Usual low", "Usual high"] as const;

const orDash = (value: number | null | undefined) => (value == null ? "–" : valueWords(value));

/** The rows of the chart, the newest first; an hour of which nothing is known says so. */
export function signalTable({ rows }: Pick<SignalChartData, "rows">): string[][] {
  return rows.toReversed().map(({ hour, candidate, baseline, band }) => {
    const isUnknown = candidate === null && baseline === null;
    return [
      `${dayOfMonth(hour)} ${clockWords(hour)}`,
      isUnknown ? "no data" : orDash(candidate),
      orDash(baseline),
      orDash(band?.[0]),
      orDash(band?.[1]),
    ];
  });
}

/** The chart in a sentence, for who does not see it. */
export function signalChartSentence(
  { signal, release, cluster }: Pick<SignalSeriesDto, "signal" | "release" | "cluster">,
  { rows, gaps }: Pick<SignalChartData, "rows" | "gaps">,
  marks: readonly ChartMark[],
): string {
  const newest = rows.findLast(({ candidate }) => candidate !== null);
  const missing = gaps.reduce((sum, { hours }) => sum + hours, 0);
  const parts = [
    newest === undefined
      ? `nothing was measured with ${release}`
      : `${valueWords(newest.candidate ?? 0)} ${signal.display.unit} with ${release} at ${clockWords(newest.hour)} UTC`,
    ...(newest?.band ? [`usual ${valueWords(newest.band[0])} to ${valueWords(newest.band[1])}`] : []),
    ...marks.map(({ label }) => label),
    ...(missing === 0 ? [] : [`no data for ${missing} h`]),
  ];
  return `${signal.title} of ${cluster}: ${parts.join("; ")}`;
}
