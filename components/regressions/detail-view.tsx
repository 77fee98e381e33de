"use client";

import { useQuery } from "@tanstack/react-query";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RegressionDetailDto } from "@/lib/domain/regressions/dto";
import { regressionQueries } from "@/lib/queries/regressions";
import { signalQueries } from "@/lib/queries/signals";
import { DetailChart } from "./detail-chart";
import { DetailEvidence } from "./detail-evidence";
import { DetailExplain } from "./detail-explain";
import { DetailHead } from "./detail-head";
import { linkedGate, positionOf } from "./detail-order";
import { DetailPosition } from "./detail-position";
import { DetailRuns, LinkedRuns } from "./detail-runs";
import { seriesOfRegression } from "./detail-series";
import { DetailEnding, NoRegression } from "./detail-states";
import { SimilarCard } from "./similar-card";
import { TriageActions } from "./triage-actions";
import { TriageCard } from "./triage-card";
import { WaiverCard } from "./waiver-card";

/** Is it real, how sure are we, and what explains it? */
export function RegressionView({ id }: { id: string }) {
  const query = useQuery(regressionQueries.one(id));
  if (query.data === undefined) {
    if (query.isError) return <QueryProblem what="The regression" query={query} />;
    return <SkeletonRows label="The regression is loading" rows={12} columns={4} />;
  }
  if (query.data === null) return <NoRegression id={id} />;
  return (
    <>
      {query.isError ? <QueryStale what="The regression" query={query} /> : null}
      {/* Another regression begins with its own chart and its own dialogs. */}
      <Detail key={id} regression={query.data} />
    </>
  );
}

function Detail({ regression }: { regression: RegressionDetailDto }) {
  const isSignal = regression.kind === "signal";
  const groups = useQuery(regressionQueries.groups(regression.release));
  const series = useQuery({ ...signalQueries.series(seriesOfRegression(regression)), enabled: isSignal });
  const items = groups.data?.items ?? [];
  const gate = linkedGate(regression, items);
  return (
    <>
      <DetailPosition
        number={regression.number}
        position={groups.data == null ? null : positionOf(regression.id, items)}
      />
      <DetailHead regression={regression} actions={<TriageActions regression={regression} />} />
      <DetailEnding regression={regression} />
      <div className="mt-4 grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,28%)]">
        <div className="flex min-w-0 flex-col gap-4">
          {isSignal ? <DetailChart regression={regression} /> : null}
          {regression.kind === "gate" ? <DetailRuns regression={regression} /> : null}
          <DetailExplain regression={regression} />
          {gate === null ? null : <LinkedRuns gate={gate} />}
        </div>
        <aside aria-label={`More about R-${regression.number}`} className="flex min-w-0 flex-col gap-4">
          <DetailEvidence regression={regression} display={series.data?.signal.display ?? null} />
          <TriageCard regression={regression} />
          <WaiverCard regression={regression} />
          <SimilarCard items={regression.similar} />
        </aside>
      </div>
    </>
  );
}
