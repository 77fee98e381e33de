import type { Database } from "@/lib/db/client";
import { type Cluster, listActiveClusters } from "@/lib/db/clusters";
import { listKernels } from "@/lib/db/nodes";
import { effectiveFeatures } from "@/lib/domain/clusters/feature";
import type { Gate } from "@/lib/domain/gates/gate";
import type { ClusterAttributes } from "@/lib/domain/regressions/judged-cell";
import { declaredFeatures } from "../clusters/cluster-dto";
import { loadGates } from "../gates/list-gates";
import { labelsOf } from "./waiver-scope";

/** What is known of all active clusters, loaded once for a batch. */
export interface Fleet {
  /** By name. */
  clusters: readonly Cluster[];
  byId: ReadonlyMap<number, Cluster>;
  byName: ReadonlyMap<string, Cluster>;
  labels: ReadonlyMap<string, Readonly<Record<string, string>>>;
  attributes: ReadonlyMap<string, ClusterAttributes>;
  gates: readonly Gate[];
}

export async function loadFleet(db: Database): Promise<Fleet> {
  const [clusters, gates] = await Promise.all([listActiveClusters(db), loadGates(db)]);
  const kernels = await listKernels(
    db,
    clusters.map(({ id }) => id),
  );
  return {
    clusters,
    byId: new Map(clusters.map((cluster) => [cluster.id, cluster])),
    byName: new Map(clusters.map((cluster) => [cluster.name, cluster])),
    labels: new Map(clusters.map((cluster) => [cluster.name, labelsOf(cluster)])),
    attributes: new Map(
      clusters.map((cluster) => [cluster.name, attributesOf(cluster, kernels.get(cluster.id) ?? [])]),
    ),
    gates,
  };
}

/** What may carry a difference: where it runs, on which kernel, and what it has turned on. */
function attributesOf(cluster: Cluster, kernels: readonly { release: string }[]): ClusterAttributes {
  const features = effectiveFeatures(declaredFeatures(cluster));
  const series = [...new Set(kernels.map(({ release }) => release.split(".").slice(0, 2).join(".")))];
  const named = { provider: cluster.provider, region: cluster.region, kubernetes: minorOf(cluster.kubernetesVersion) };
  return [
    ...Object.entries(named).flatMap(([label, value]) => (value === null ? [] : [{ label, value }])),
    ...series.map((value) => ({ label: "kernel", value })),
    ...features.map((value) => ({ label: "feature", value })),
  ];
}

/** 1.33.4-eks-1 is 1.33: patches do not explain, and there are too many of them. */
function minorOf(version: string | null): string | null {
  return version === null ? null : (/^v?(\d+\.\d+)/.exec(version)?.[1] ?? version);
}
