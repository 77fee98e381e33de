"use client";

import { useSyncExternalStore } from "react";
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from "recharts";
import { valueWords } from "@/lib/domain/regressions/figure-words";
import type { ChartMark } from "./chart-marks";
import { timeTicks, timeTickWords } from "./chart-ticks";
import type { SignalChartData } from "./prepare-signal-chart";
import { GapMarks, LoneDots, MarkLines, ThresholdLines } from "./signal-overlay";
import { SIGNAL_PLOT_PX } from "./signal-plot-height";
import { SignalTooltip } from "./signal-tooltip";

const TICK = { fontSize: 12, fill: "var(--ink2)" };
const NARROW = "(width < 40rem)";

function subscribeNarrow(onChange: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

/** Where the screen is narrow there is room for fewer labels of time. */
function useIsNarrow(): boolean {
  return useSyncExternalStore(
    subscribeNarrow,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

const STILL = { isAnimationActive: false, connectNulls: false, type: "linear" } as const;
const DASHED = {
  stroke: "var(--base)",
  strokeWidth: 1.5,
  strokeDasharray: "5 4",
  dot: false,
  activeDot: false,
} as const;

/** The baseline dashed, the candidate solid; a gap ends a line. */
function SignalLines() {
  return (
    <>
      <Line {...STILL} {...DASHED} dataKey="usual" />
      <Line {...STILL} {...DASHED} dataKey="baseline" />
      <Line
        {...STILL}
        dataKey="candidate"
        stroke="var(--cand)"
        strokeWidth={2}
        strokeLinejoin="round"
        dot={false}
        activeDot={{ r: 3.5, fill: "var(--cand)", stroke: "var(--bg)" }}
      />
    </>
  );
}

interface SignalPlotProps {
  data: SignalChartData;
  marks: readonly ChartMark[];
  unit: string;
  /** The same in a sentence: its accessible name. */
  label: string;
}

/** Draws what `prepareSignalChart` made. Arrow keys move through the hours. */
export function SignalPlot({ data, marks, unit, label }: SignalPlotProps) {
  const { rows, from, to, ticks } = data;
  const isNarrow = useIsNarrow();
  return (
    <ComposedChart
      responsive
      data={rows}
      aria-label={label}
      margin={{ top: 40, right: 14, bottom: 0, left: 0 }}
      style={{ width: "100%", height: SIGNAL_PLOT_PX }}
      className="[&_svg]:overflow-visible"
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <Area {...STILL} dataKey="band" fill="var(--band)" fillOpacity={1} stroke="none" activeDot={false} />
      <GapMarks gaps={data.gaps} />
      <MarkLines marks={marks} />
      <ThresholdLines thresholds={data.thresholds} gaps={data.gaps} />
      <SignalLines />
      <LoneDots dots={data.lone} />
      <XAxis
        dataKey="at"
        type="number"
        scale="linear"
        domain={[from, to]}
        ticks={timeTicks(from, to, isNarrow ? 4 : 9)}
        interval={0}
        tickFormatter={timeTickWords}
        tick={TICK}
        tickLine={false}
        axisLine={{ stroke: "var(--line2)" }}
      />
      <YAxis
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={ticks}
        tickFormatter={valueWords}
        tick={TICK}
        tickLine={false}
        axisLine={false}
        width={46}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={{ stroke: "var(--field)", strokeWidth: 1 }}
        content={({ active, label: at }) => (
          <SignalTooltip row={active ? rows.find((row) => row.at === at) : undefined} unit={unit} />
        )}
      />
    </ComposedChart>
  );
}
