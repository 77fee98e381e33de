import { drawHex, drawInteger } from "@/sandbox/draw";
import type { DemoCluster, DemoNode, NodePool, Provider } from "./cluster";

interface Place {
  cluster: DemoCluster;
  pool: NodePool;
  /** Position in the pool, from 0. */
  index: number;
}

const twoDigits = (index: number) => String(index + 1).padStart(2, "0");

/** How each provider names its nodes. */
const NAMES: Readonly<Record<Provider, (place: Place) => string>> = {
  eks: ({ cluster, pool, index }) => {
    const subnet = drawInteger(3, cluster.name, pool.name, index) + 1;
    const network = drawInteger(200, cluster.name) + 10;
    return `ip-10-${network}-${subnet}-${11 + index * 5 + pool.name.length}.${cluster.region}.compute.internal`;
  },
  gke: ({ cluster, pool, index }) => {
    const group = drawHex(8, cluster.name, pool.name);
    return `gke-${cluster.name}-${pool.name}-${group}-${drawHex(4, cluster.name, pool.name, index)}`;
  },
  aks: ({ cluster, pool, index }) => {
    const pools = 10_000_000 + drawInteger(80_000_000, cluster.name, pool.name);
    return `aks-${pool.name}-${pools}-vmss${index.toString(36).padStart(6, "0")}`;
  },
  kind: ({ cluster, index }) => {
    if (index === 0) return `${cluster.name}-control-plane`;
    return index === 1 ? `${cluster.name}-worker` : `${cluster.name}-worker${index}`;
  },
  "on-prem": ({ cluster, pool, index }) => `${pool.name}-${twoDigits(index)}.${cluster.name}.example.net`,
  edge: ({ pool, index }) => `${pool.name}-${twoDigits(index)}`,
};

/** The nodes of a cluster, pool by pool. */
export function nodesOf(cluster: DemoCluster): DemoNode[] {
  return cluster.pools.flatMap((pool) =>
    Array.from({ length: pool.nodes }, (_, index) => ({
      name: NAMES[cluster.provider]({ cluster, pool, index }),
      image: pool.image,
      late: pool.late === true,
    })),
  );
}
