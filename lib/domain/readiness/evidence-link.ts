import type { Evidence } from "./reason";

/** Paths of the pages on which evidence is opened, for reasons: the domain does not know the product's routes. */

export function gateEvidence(gateId: string, cluster: string): Evidence {
  return {
    kind: "gate",
    id: gateId,
    href: `/gates/${encodeURIComponent(gateId)}?cluster=${encodeURIComponent(cluster)}`,
  };
}

export function gateRunEvidence(runId: string): Evidence {
  return { kind: "gate-run", id: runId, href: `/gates/runs/${encodeURIComponent(runId)}` };
}

export function requirementEvidence(requirement: string, cluster: string): Evidence {
  const query = `cluster=${encodeURIComponent(cluster)}&requirement=${encodeURIComponent(requirement)}`;
  return { kind: "requirement", id: requirement, href: `/nodes?${query}` };
}

/** All the nodes of a cluster. */
export function nodesEvidence(cluster: string): Evidence {
  return { kind: "node-report", id: cluster, href: `/nodes?cluster=${encodeURIComponent(cluster)}` };
}

export function clusterEvidence(cluster: string): Evidence {
  return { kind: "cluster", id: cluster, href: `/clusters/${encodeURIComponent(cluster)}` };
}

export function regressionEvidence(id: string, number: number): Evidence {
  return { kind: "regression", id: `R-${number}`, href: `/regressions/${encodeURIComponent(id)}` };
}

/** A signal on the page of its cluster. */
export function signalEvidence(signal: string, cluster: string): Evidence {
  return {
    kind: "signal",
    id: signal,
    href: `/clusters/${encodeURIComponent(cluster)}?signal=${encodeURIComponent(signal)}#signals`,
  };
}
