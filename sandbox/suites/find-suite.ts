import { nodesOf } from "@/sandbox/fleet/nodes";
import { DATAPLANE_SUITES } from "./dataplane";
import { INSTALL_SUITES } from "./install";
import { KERNEL_SUITES } from "./kernel";
import { MESH_SUITES } from "./mesh";
import { POLICY_SUITES } from "./policy";
import { casesOf, type Suite } from "./suite";
import { TELEMETRY_SUITES } from "./telemetry";

export const SUITES: readonly Suite[] = [
  ...INSTALL_SUITES,
  ...KERNEL_SUITES,
  ...DATAPLANE_SUITES,
  ...TELEMETRY_SUITES,
  ...POLICY_SUITES,
  ...MESH_SUITES,
];

const BY_GATE = new Map(SUITES.map((suite) => [suite.gate, suite]));

/** A gate of the catalogue that this fleet does not know yet: one check on every node. */
function plainSuite(gate: string): Suite {
  return {
    gate,
    format: "json",
    title: gate,
    plan: (cluster) =>
      casesOf(
        gate,
        nodesOf(cluster).map(({ name }) => `holds on ${name}`),
        1,
      ),
  };
}

/** What produces the runs of a gate; null for a gate that somebody defined and only they can run. */
export function findSuite(gate: { id: string; origin: "catalogue" | "custom" }): Suite | null {
  return BY_GATE.get(gate.id) ?? (gate.origin === "catalogue" ? plainSuite(gate.id) : null);
}
