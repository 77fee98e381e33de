import type { Gate } from "@/lib/domain/gates/gate";
import { AREAS } from "@/lib/domain/readiness/area";
import type {
  ClusterFacts,
  ClusterIdentity,
  NodeFindingFact,
  NodeGroupFact,
} from "@/lib/domain/readiness/cluster-facts";
import { aGate, hoursAgo, runs } from "./gate-facts";

export function aNodeGroup(changes: Partial<NodeGroupFact> = {}): NodeGroupFact {
  return {
    profileId: "profile-1",
    count: 6,
    verdict: "compatible",
    findings: [],
    oldestCollectedAt: hoursAgo(5),
    newestCollectedAt: hoursAgo(2),
    staleCount: 0,
    exampleNodes: ["node-1", "node-2", "node-3"],
    ...changes,
  };
}

export function aFinding(changes: Partial<NodeFindingFact> = {}): NodeFindingFact {
  return {
    requirement: "kernel-btf",
    title: "No kernel BTF",
    severity: "blocks",
    detail: "/sys/kernel/btf/vmlinux is not there.",
    source: "https://docs.cilium.io/en/stable/operations/system_requirements/",
    ...changes,
  };
}

/** One gate for each area, each needing one run. */
export function aGateInEachArea(changes: Partial<Gate> = {}): Gate[] {
  return AREAS.map((area) => aGate({ id: `${area}-gate`, title: `Gate of ${area}`, area, minRuns: 1, ...changes }));
}

/** A cluster of which nothing is missing: one passed run for one gate in each area, six compatible nodes. */
export function readyFacts(changes: Partial<ClusterFacts> = {}, cluster: Partial<ClusterIdentity> = {}): ClusterFacts {
  return {
    cluster: {
      name: "edge-prod-1",
      tier: "production",
      features: ["ipv4"],
      featuresDeclared: true,
      mesh: ["istio-sidecar"],
      ...cluster,
    },
    release: "1.20.0-pre.3",
    baseline: "1.19.6",
    gates: aGateInEachArea().map((gate) => ({
      gate,
      history: { runs: runs("P").map((run) => ({ ...run, id: `${gate.id}-${run.id}` })) },
    })),
    nodes: [aNodeGroup()],
    expectedNodes: null,
    ...changes,
  };
}
