import type { ImageId } from "./images";

export type Tier = "gating" | "canary" | "production";
export type Provider = "eks" | "gke" | "aks" | "kind" | "on-prem" | "edge";

/** Nodes of one image. */
export interface NodePool {
  name: string;
  image: ImageId;
  nodes: number;
  /** Reports of these nodes arrive only days after they were collected. */
  late?: true;
}

/** A cluster as its owners would register it; `story` says what becomes of it. */
export interface DemoCluster {
  name: string;
  tier: Tier;
  provider: Provider;
  region: string;
  kubernetesVersion: string;
  installedRelease: string;
  initialRelease: string;
  owner: string;
  features: readonly string[];
  mesh: readonly ("istio-sidecar" | "istio-ambient")[];
  pools: readonly NodePool[];
  story: string;
}

/** One node of a cluster. */
export interface DemoNode {
  name: string;
  image: ImageId;
  late: boolean;
}
