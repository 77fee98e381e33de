import { BEFORE_PRODUCTION, catalogueGates, EVERY_TIER, ONE_WEEK, TWO_WEEKS } from "./catalogue-gate";

// Kernel BTF is a base requirement since 1.20.0-pre.1 and the agent does not probe for it:
// Documentation/operations/system_requirements.rst and pkg/datapath/linux/requirements.go @ v1.20.0-pre.4.
export const KERNEL_GATES = catalogueGates("kernel", [
  {
    id: "btf-preflight",
    title: "Kernel and BTF preflight",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "On one node of every image and kernel, the kernel's BTF is there and parses, and the map and program types the enabled features need are offered. A file that is present but malformed fails too (cilium/cilium#45224).",
    tool: "bpftool -j feature probe; bpftool btf dump file /sys/kernel/btf/vmlinux",
  },
  {
    id: "new-pod-smoke",
    title: "New pod smoke",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: ONE_WEEK,
    proves:
      "A pod created after the candidate's agent started gets an address and reaches pods, services and the world, on every node image. Pods from before prove nothing: they keep running on the old programs (cilium/cilium#48778, #47672).",
    tool: "cilium connectivity test --force-deploy --test no-policies,no-policies-extra",
  },
  {
    id: "agent-restart",
    title: "Agent restart",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 3,
    maxAgeHours: TWO_WEEKS,
    proves:
      "Agents restart under traffic: connections survive, endpoints are restored and regenerate without a failure, and no verifier log is written.",
    tool: "kubectl -n kube-system rollout restart ds/cilium; cilium connectivity test --include-conn-disrupt-test --test no-interrupted-connections,check-log-errors",
  },
  {
    id: "node-reboot",
    title: "Node reboot",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: TWO_WEEKS,
    proves:
      "A rebooted node of every image loads the datapath from nothing and takes pods again. Verifier trouble of one kernel build shows here first (cilium/cilium#44216).",
    tool: "kubectl drain; reboot; kubectl uncordon; cilium connectivity test --force-deploy --test no-policies",
  },
]);
