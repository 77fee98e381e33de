import { queryOptions } from "@tanstack/react-query";
import { ClusterSignalsDto, SignalSeriesDto } from "@/lib/domain/signals/dto";
import { api } from "@/lib/routes";
import { nullWhenNotFound, requestJson } from "./fetcher";

export interface SeriesOf {
  cluster: string;
  signal: string;
  /** Undefined: the default candidate. */
  release: string | undefined;
  /** RFC 3339; undefined: as far back as the answer goes by itself. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What the charts of signals ask for. Null where the cluster, the release or the signal is not known. */
export const signalQueries = {
  /** One signal of one cluster over time. */
  series: (of: SeriesOf) =>
    queryOptions({
      queryKey: ["signals", "series", of],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.signals(of), SignalSeriesDto, { signal })),
    }),
  /** All signals of one cluster, worst first. */
  ofCluster: (cluster: string, release: string | undefined) =>
    queryOptions({
      queryKey: ["signals", "of-cluster", cluster, release ?? null],
      queryFn: ({ signal }) =>
        nullWhenNotFound(requestJson(api.clusterSignals(cluster, release), ClusterSignalsDto, { signal })),
    }),
};
