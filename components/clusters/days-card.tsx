"use client";

import { useQuery } from "@tanstack/react-query";
import { prepareVerdictDays } from "@/components/charts/prepare-verdict-days";
import { VerdictDays } from "@/components/charts/verdict-days";
import { QueryProblem } from "@/components/status/query-problem";
import { Card } from "@/components/ui/card";
import { useNow } from "@/components/ui/clock";
import { SkeletonRows } from "@/components/ui/skeleton";
import { AREAS } from "@/lib/domain/readiness/area";
import type { VerdictDayDto } from "@/lib/domain/readiness/dto";
import { clusterQueries, DAYS_SHOWN } from "@/lib/queries/clusters";
import { api } from "@/lib/routes";

function rowsOf(items: readonly VerdictDayDto[], today: string) {
  const days = (history: readonly Pick<VerdictDayDto, "day" | "verdict">[]) =>
    prepareVerdictDays(history, today, DAYS_SHOWN);
  return [
    { label: "overall", strong: true, days: days(items) },
    ...AREAS.map((area) => ({
      label: area,
      days: days(items.map(({ day, areas }) => ({ day, verdict: areas[area] }))),
    })),
  ];
}

/** The verdict at the end of each of the last 28 days, overall and by area. */
export function DaysCard({ cluster, release }: { cluster: string; release: string | undefined }) {
  const days = useQuery(clusterQueries.days({ cluster, release }));
  const today = (useNow() ?? new Date()).toISOString().slice(0, 10);
  return (
    <Card title="Verdict by day" note={`${DAYS_SHOWN} days, this release`}>
      {days.data === undefined ? (
        days.isError ? (
          <QueryProblem what="The history" query={days} />
        ) : (
          <SkeletonRows label="The history is loading" rows={7} columns={2} />
        )
      ) : (
        <VerdictDays
          label={`Verdicts of ${cluster} by day`}
          rows={rowsOf(days.data.items, today)}
          query={api.readinessDays(cluster, { release: days.data.release, days: DAYS_SHOWN })}
        />
      )}
    </Card>
  );
}
