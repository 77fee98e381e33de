import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { ClusterDto } from "@/lib/domain/clusters/cluster";
import { GateSchema } from "@/lib/domain/gates/gate";
import { GateRunDto } from "@/lib/domain/gates/gate-run";
import { NodeGroupDto } from "@/lib/domain/nodes/dto";
import { NodeVerdictSchema } from "@/lib/domain/nodes/finding";
import { ClusterReadinessDto, VerdictChangeDto, VerdictDayDto } from "@/lib/domain/readiness/dto";
import { api } from "@/lib/routes";
import { nullWhenNotFound, pageOf, requestJson } from "./fetcher";

const Clusters = pageOf(ClusterDto);
const GateRuns = pageOf(GateRunDto);
const Gates = z.object({ items: z.array(GateSchema) });
const NodeGroups = z.object({
  release: z.string(),
  items: z.array(NodeGroupDto),
  counts: z.record(NodeVerdictSchema, z.number().int()),
});
const Days = z.object({ release: z.string(), items: z.array(VerdictDayDto) });
const Changes = z.object({ release: z.string(), items: z.array(VerdictChangeDto) });

/** The most that one answer of the API holds. */
export const PAGE_LIMIT = 500;
export const DAYS_SHOWN = 28;
export const RUNS_SHOWN = 20;
export const CHANGES_HOURS = 24 * DAYS_SHOWN;
export const CHANGES_LIMIT = 200;

async function everyCluster(signal: AbortSignal): Promise<ClusterDto[]> {
  const all: ClusterDto[] = [];
  let cursor: string | undefined;
  do {
    const page = await requestJson(api.clusters({ limit: PAGE_LIMIT, cursor }), Clusters, { signal });
    all.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return all;
}

interface OfCluster {
  cluster: string;
  release: string | undefined;
}

/** What the pages of clusters ask for. Null where the cluster, or its release, is not known. */
export const clusterQueries = {
  /** Every active cluster, by name. */
  all: () =>
    queryOptions({
      queryKey: ["clusters", "all"],
      queryFn: ({ signal }): Promise<ClusterDto[]> => everyCluster(signal),
    }),
  /** One cluster, also a retired one. */
  one: (cluster: string) =>
    queryOptions({
      queryKey: ["clusters", "one", cluster],
      queryFn: ({ signal }) => nullWhenNotFound(requestJson(api.cluster(cluster), ClusterDto, { signal })),
    }),
  readiness: ({ cluster, release }: OfCluster) =>
    queryOptions({
      queryKey: ["readiness", "cluster", cluster, release ?? null],
      queryFn: ({ signal }) =>
        nullWhenNotFound(requestJson(api.clusterReadiness(cluster, release), ClusterReadinessDto, { signal })),
    }),
  days: ({ cluster, release }: OfCluster) =>
    queryOptions({
      queryKey: ["readiness", "days", cluster, release ?? null],
      queryFn: ({ signal }) => requestJson(api.readinessDays(cluster, { release, days: DAYS_SHOWN }), Days, { signal }),
    }),
  changes: ({ cluster, release }: OfCluster) =>
    queryOptions({
      queryKey: ["readiness", "changes", cluster, release ?? null],
      queryFn: ({ signal }) =>
        requestJson(api.readinessChanges({ cluster, release, hours: CHANGES_HOURS, limit: CHANGES_LIMIT }), Changes, {
          signal,
        }),
    }),
  nodeGroups: ({ cluster, release }: OfCluster) =>
    queryOptions({
      queryKey: ["nodes", "groups", { cluster, release: release ?? null }],
      queryFn: ({ signal }) => requestJson(api.nodeGroups({ cluster, release }), NodeGroups, { signal }),
    }),
  /** Runs for one release, newest first. */
  gateRuns: ({ cluster, release }: { cluster: string; release: string }) =>
    queryOptions({
      queryKey: ["gates", "runs", { cluster, release, limit: RUNS_SHOWN }],
      queryFn: ({ signal }) => requestJson(api.gateRuns({ cluster, release, limit: RUNS_SHOWN }), GateRuns, { signal }),
    }),
  gates: () =>
    queryOptions({
      queryKey: ["gates", "catalogue"],
      queryFn: ({ signal }) => requestJson(api.gates({ limit: PAGE_LIMIT }), Gates, { signal }),
    }),
};
