"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsStringLiteral, useQueryState } from "nuqs";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { AREAS } from "@/lib/domain/readiness/area";
import type { ClusterReadinessDto } from "@/lib/domain/readiness/dto";
import { clusterQueries } from "@/lib/queries/clusters";
import { AreasCard } from "./areas-card";
import { ClusterChangesCard } from "./cluster-changes-card";
import { ClusterFacts } from "./cluster-facts";
import { ClusterHeader } from "./cluster-header";
import { DaysCard } from "./days-card";
import { FirstEvidence } from "./first-evidence";
import { GateRunsCard } from "./gate-runs-card";
import { KernelsCard } from "./kernels-card";
import { SignalsCard } from "./signals-card";
import { WhyCard } from "./why-card";

interface ClusterPageProps {
  cluster: ClusterDto;
  readiness: ClusterReadinessDto;
  /** The candidate in the address; undefined is the default one. */
  release: string | undefined;
  publicUrl: string;
}

/** One cluster: its verdict and its reasons, and beside them what they rest on. */
export function ClusterPage({ cluster, readiness, release, publicUrl }: ClusterPageProps) {
  const [area, setArea] = useQueryState("area", parseAsStringLiteral(AREAS));
  const { data: gates } = useQuery(clusterQueries.gates());
  const runs = useQuery(clusterQueries.gateRuns({ cluster: cluster.name, release: readiness.release }));
  const of = { cluster: cluster.name, release };
  return (
    <>
      <ClusterHeader readiness={readiness} />
      <ClusterFacts cluster={cluster} readiness={readiness} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(320px,25%)] lg:grid-rows-[auto_1fr]">
        <div className="flex min-w-0 flex-col gap-4">
          {readiness.evidence.count === 0 ? (
            <FirstEvidence cluster={cluster.name} release={readiness.release} publicUrl={publicUrl} />
          ) : null}
          <WhyCard
            readiness={readiness}
            runs={runs.data?.items ?? []}
            area={area}
            onClear={() => void setArea(null, { history: "push" })}
          />
          <SignalsCard {...of} publicUrl={publicUrl} />
        </div>
        <aside
          aria-label={`More about ${cluster.name}`}
          className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1"
        >
          <AreasCard
            cluster={cluster}
            readiness={readiness}
            gates={gates?.items}
            area={area}
            onChoose={(next) => void setArea(next, { history: "push" })}
          />
          <KernelsCard {...of} />
          <DaysCard {...of} />
          <ClusterChangesCard {...of} />
        </aside>
        <GateRunsCard runs={runs} release={readiness.release} />
      </div>
    </>
  );
}
