import type { Gate } from "../gates/gate";
import type { ClusterIdentity } from "./cluster-facts";
import { clusterEvidence } from "./evidence-link";
import type { Reason } from "./reason";

/** Whether the cluster runs the data plane the gate is about, or has not said that it does not. */
function meshApplies(gate: Gate, mesh: ClusterIdentity["mesh"]): boolean {
  if (mesh === null) return true;
  if (mesh.length === 0) return gate.area !== "mesh" && gate.mesh === null;
  return gate.mesh === null || mesh.includes(gate.mesh);
}

/** Whether a cluster is not ready without the gate. docs/decisions/005-mesh-not-declared.md */
export function isRequired(gate: Gate, cluster: ClusterIdentity): boolean {
  return gate.requiredFor.includes(cluster.tier) && meshApplies(gate, cluster.mesh);
}

/** What the cluster's word on its mesh does to the verdict. */
export function meshNote(cluster: ClusterIdentity): Reason | null {
  if (cluster.mesh !== null && cluster.mesh.length > 0) return null;
  const told =
    cluster.mesh === null
      ? {
          code: "mesh-not-declared",
          summary: "No mesh is declared, so every mesh gate is required",
          detail: `PUT /api/v1/clusters/${cluster.name} with "mesh": [] says that there is none; ["istio-sidecar"] or ["istio-ambient"] names what runs.`,
        }
      : { code: "mesh-not-used", summary: "The cluster declares that it runs no mesh" };
  return {
    area: "mesh",
    severity: "info",
    subject: "mesh",
    ...told,
    evidence: [clusterEvidence(cluster.name)],
  };
}
