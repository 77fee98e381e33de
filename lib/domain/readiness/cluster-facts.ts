import type { Tier } from "../clusters/cluster";
import type { Feature, Mesh } from "../clusters/feature";
import type { Gate } from "../gates/gate";
import type { GateHistory } from "../gates/gate-history";
import type { Reason, Severity } from "./reason";

/** A requirement that a group of nodes does not simply meet. */
export interface NodeFindingFact {
  requirement: string;
  /** What is wrong, as it is called in a list of causes: `No kernel BTF`, `Kernel below 5.10`. */
  title: string;
  severity: Severity;
  detail: string;
  source: string;
}

/** Nodes of one profile, judged together for the cluster's release and features. */
export interface NodeGroupFact {
  profileId: string;
  count: number;
  verdict: "compatible" | "incompatible" | "unknown";
  findings: readonly NodeFindingFact[];
  oldestCollectedAt: Date;
  newestCollectedAt: Date;
  /** How many of them reported too long ago when the facts were loaded. */
  staleCount: number;
  exampleNodes: readonly string[];
}

export interface ClusterIdentity {
  name: string;
  tier: Tier;
  features: readonly Feature[];
  featuresDeclared: boolean;
  /** `[]`: none, on purpose; null: not declared. */
  mesh: readonly Mesh[] | null;
}

/** What the comparison with the baseline says of a cluster. */
export interface RegressionFacts {
  reasons: readonly Reason[];
  /** Open and acknowledged ones. */
  open: number;
  /** When age alone may change the reasons: the end of a waiver, silence; null: never. */
  expiresAt: Date | null;
  /** The cells behind the reasons, with the digest of what each was judged from. */
  inputs: readonly { kind: string; subject: string; state: string; sha256: string | null; regression: string | null }[];
}

/** All that a verdict is made of. The order of the lists is no input. */
export interface ClusterFacts {
  cluster: ClusterIdentity;
  release: string;
  baseline: string | null;
  gates: readonly { gate: Gate; history: GateHistory }[];
  nodes: readonly NodeGroupFact[];
  /** How many nodes the cluster has, where something else than the reports says so. */
  expectedNodes: number | null;
  /** What got worse than the baseline, already judged. */
  regressions?: RegressionFacts;
}
