"use client";

import { useQuery } from "@tanstack/react-query";
import { useRelease } from "@/components/layout/use-release";
import { QueryProblem, QueryStale } from "@/components/status/query-problem";
import { SkeletonRows } from "@/components/ui/skeleton";
import { clusterQueries } from "@/lib/queries/clusters";
import { ClusterPage } from "./cluster-page";
import { NoReadiness, RetiredCluster, UnknownCluster } from "./cluster-states";

interface ClusterViewProps {
  name: string;
  /** Where commands are sent to. */
  publicUrl: string;
}

/** Why is this cluster not ready? */
export function ClusterView({ name, publicUrl }: ClusterViewProps) {
  const [release] = useRelease();
  const one = useQuery(clusterQueries.one(name));
  const isActive = one.data !== undefined && one.data !== null && one.data.retiredAt === null;
  const readiness = useQuery({ ...clusterQueries.readiness({ cluster: name, release }), enabled: isActive });
  if (one.data === null) return <UnknownCluster name={name} publicUrl={publicUrl} />;
  if (one.data !== undefined && one.data.retiredAt !== null) return <RetiredCluster cluster={one.data} />;
  if (one.data === undefined || readiness.data === undefined) {
    const failed = [one, readiness].find((query) => query.isError);
    if (failed !== undefined) return <QueryProblem what={name} query={failed} />;
    return <SkeletonRows label={`${name} is loading`} rows={12} columns={4} />;
  }
  if (readiness.data === null) return <NoReadiness name={name} release={release} />;
  const stale = [one, readiness].find((query) => query.isError);
  return (
    <>
      {stale === undefined ? null : <QueryStale what={name} query={stale} />}
      <ClusterPage cluster={one.data} readiness={readiness.data} release={release} publicUrl={publicUrl} />
    </>
  );
}
