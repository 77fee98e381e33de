import { nodesOf } from "@/sandbox/fleet/nodes";
import { ciliumSuite } from "./cilium-tests";
import { casesOf, forEach, type Suite } from "./suite";

export const KERNEL_SUITES: readonly Suite[] = [
  {
    gate: "btf-preflight",
    format: "pytest",
    title: "pytest",
    plan: (cluster) => {
      const nodes = nodesOf(cluster).map(({ name }) => name);
      return [
        ...casesOf("preflight.test_kernel.TestBtf", forEach(["test_vmlinux_parses"], nodes), 1.4),
        ...casesOf("preflight.test_kernel.TestFeatures", forEach(["test_program_types", "test_map_types"], nodes), 0.3),
      ];
    },
  },
  ciliumSuite("new-pod-smoke", 14, ["no-policies", "no-policies-extra"]),
  ciliumSuite("agent-restart", 32, ["no-interrupted-connections", "check-log-errors"]),
  ciliumSuite("node-reboot", 51, ["no-policies", "health"]),
];
