"use client";

import { useQuery } from "@tanstack/react-query";
import { SignalChart, SignalChartSkeleton } from "@/components/charts/signal-chart";
import { QueryProblem } from "@/components/status/query-problem";
import { Card } from "@/components/ui/card";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { type SeriesOf, signalQueries } from "@/lib/queries/signals";

const HOUR_MS = 3_600_000;
/** So much of the baseline is shown before the candidate: two days, so that the hour of the day can be compared. */
const BEFORE_HOURS = 48;

type Charted = Pick<RegressionDetailDto, "cluster" | "subject" | "release" | "card">;

/** What the chart of a regression asks for: from two days before the candidate on. */
export function seriesOfRegression({ cluster, subject, release, card }: Charted): SeriesOf {
  const since = card.candidate.from === null ? null : Date.parse(card.candidate.from);
  return {
    cluster,
    signal: subject,
    release,
    from: since === null ? undefined : new Date(since - BEFORE_HOURS * HOUR_MS).toISOString(),
  };
}

/** The signal over time, with when it began, when it was found and when it ended. */
export function DetailChart({ regression }: { regression: RegressionDetailDto }) {
  const query = useQuery(signalQueries.series(seriesOfRegression(regression)));
  const { title, card, firstSeenAt, closedAt } = regression;
  if (query.data === undefined) {
    return (
      <Card title={title}>
        {query.isError ? <QueryProblem what="The signal" query={query} /> : <SignalChartSkeleton />}
      </Card>
    );
  }
  if (query.data === null) {
    return (
      <Card title={title}>
        <p className="text-ink2">This signal is not in the catalogue any more, so there is no series to show.</p>
      </Card>
    );
  }
  return (
    <SignalChart
      series={query.data}
      baselineValue={card.baseline?.value ?? null}
      onset={card.onset}
      detectedAt={firstSeenAt}
      closedAt={closedAt}
    />
  );
}
