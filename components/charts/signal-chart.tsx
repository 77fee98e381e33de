"use client";

import dynamic from "next/dynamic";
import { useId, useState } from "react";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { CodeBlock } from "@/components/ui/code-block";
import { Loading } from "@/components/ui/skeleton";
import { textLinkClasses } from "@/components/ui/text-link";
import type { Onset } from "@/lib/domain/regressions/card";
import type { SignalSeriesDto } from "@/lib/domain/signals/dto";
import { type ChartMark, prepareMarks } from "./chart-marks";
import { ChartRows } from "./chart-table";
import { prepareSignalChart, type SignalChartData } from "./prepare-signal-chart";
import { SignalKey } from "./signal-key";
import { SIGNAL_PLOT_PX } from "./signal-plot-height";
import { signalQuery } from "./signal-query";
import { SIGNAL_TABLE_HEADERS, signalChartSentence, signalTable } from "./signal-table";

/** The chart as a shape, as high as it will be. */
export function SignalChartSkeleton() {
  return (
    <Loading label="The chart is loading">
      <div style={{ height: SIGNAL_PLOT_PX }} className="flex flex-col justify-between pt-10 pr-3.5 pb-8 pl-11">
        {["a", "b", "c", "d", "e", "f"].map((line) => (
          <span key={line} className="block h-px bg-band" />
        ))}
      </div>
    </Loading>
  );
}

// The drawing library is large, and only who looks at a chart pays for it.
const SignalPlot = dynamic(() => import("./signal-plot").then((module) => module.SignalPlot), {
  ssr: false,
  loading: SignalChartSkeleton,
});

export interface SignalChartProps {
  series: SignalSeriesDto;
  /** What the candidate was compared with, unscaled; null: nothing. */
  baselineValue: number | null;
  onset: Onset | null;
  /** When the rules said so, and when it ended. */
  detectedAt?: string | null;
  closedAt?: string | null;
  level?: 2 | 3;
  className?: string;
}

type View = "chart" | "table";

function Toggle({
  on,
  onPress,
  controls,
  children,
}: {
  on: boolean;
  onPress: () => void;
  controls: string;
  children: string;
}) {
  return (
    <button
      type="button"
      aria-expanded={on}
      aria-controls={controls}
      onClick={onPress}
      className={cn(textLinkClasses, "touch min-h-6")}
    >
      {children}
    </button>
  );
}

function Body({
  view,
  series,
  data,
  marks,
}: {
  view: View;
  series: SignalSeriesDto;
  data: SignalChartData;
  marks: readonly ChartMark[];
}) {
  if (data.rows.length === 0) {
    return <p className="text-ink2">Nothing was measured of this signal in the time that is shown.</p>;
  }
  if (view === "table") {
    return (
      <ChartRows
        label={`${series.signal.title}, hour by hour`}
        headers={SIGNAL_TABLE_HEADERS}
        rows={signalTable(data)}
        className="max-h-[290px]"
      />
    );
  }
  return (
    <SignalPlot
      data={data}
      marks={marks}
      unit={series.signal.display.unit}
      label={signalChartSentence(series, data, marks)}
    />
  );
}

/** One signal of one cluster over time, against what is usual at that hour; as a chart, as a table, and as its query. */
export function SignalChart(props: SignalChartProps) {
  const { series, baselineValue, onset, detectedAt = null, closedAt = null, level = 2, className } = props;
  const [view, setView] = useState<View>("chart");
  const [showsQuery, setShowsQuery] = useState(false);
  const id = useId();
  const { signal } = series;
  const data = prepareSignalChart(series, { signal, baselineValue });
  const marks = prepareMarks(
    [
      { id: "since", word: "candidate since", at: series.candidateSince },
      { id: "detected", word: "detected", at: detectedAt },
      { id: "back", word: `back on ${series.baselineRelease ?? "the baseline"}`, at: data.backAt },
      { id: "closed", word: "closed", at: closedAt },
    ],
    onset,
    data,
  );
  return (
    <Card
      title={signal.title}
      note={`${signal.display.unit}, 1 h windows, UTC`}
      level={level}
      {...(className === undefined ? {} : { className })}
      aside={
        <span className="flex gap-3 print:hidden">
          <Toggle
            on={view === "table"}
            onPress={() => setView(view === "table" ? "chart" : "table")}
            controls={`${id}-figure`}
          >
            {view === "table" ? "show as chart" : "show as table"}
          </Toggle>
          <Toggle on={showsQuery} onPress={() => setShowsQuery(!showsQuery)} controls={`${id}-query`}>
            PromQL
          </Toggle>
        </span>
      }
    >
      <div id={`${id}-query`} hidden={!showsQuery} className="mb-3">
        <CodeBlock label="Query" text={signalQuery(signal)} />
        <p className="mt-1 text-ink2 text-small">
          $S is the selector of the cluster, $W the window. Written down in {signal.reference}.
        </p>
      </div>
      <figure id={`${id}-figure`} aria-label={`${signal.title} of ${series.cluster}`}>
        <Body view={view} series={series} data={data} marks={marks} />
        <SignalKey series={series} data={data} />
      </figure>
    </Card>
  );
}
