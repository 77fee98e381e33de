import type { Gate } from "@/lib/domain/gates/gate";
import { type Area, eachArea } from "@/lib/domain/readiness/area";
import type { ClusterIdentity } from "@/lib/domain/readiness/cluster-facts";
import { isRequired } from "@/lib/domain/readiness/mesh-rule";

/** How many checks each area of the cluster rests on: its required gates, and for the kernel the nodes themselves. */
export function requiredChecks(gates: readonly Gate[], cluster: ClusterIdentity): Record<Area, number> {
  const required = gates.filter((gate) => isRequired(gate, cluster));
  return eachArea((area) => required.filter((gate) => gate.area === area).length + (area === "kernel" ? 1 : 0));
}
