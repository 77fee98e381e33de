"use client";

import { useQuery } from "@tanstack/react-query";
import { SignalChart, SignalChartSkeleton } from "@/components/charts/signal-chart";
import { QueryProblem } from "@/components/status/query-problem";
import { Card } from "@/components/ui/card";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { signalQueries } from "@/lib/queries/signals";
import { seriesOfRegression } from "./detail-series";

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
