import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { imageOf } from "@/sandbox/fleet/images";
import { nodesOf } from "@/sandbox/fleet/nodes";
import type { Trouble } from "@/sandbox/suites/run-suite";
import type { Story } from "./story";

const SET_UP = "timeout reached waiting for deployment cilium-test-1/client to become ready";
/** Gates that create pods first, which get no network on a node without BTF. */
const NEED_NEW_PODS = ["new-pod-smoke", "connectivity-suite", "node-reboot"];

function withoutBtf(cluster: DemoCluster): string[] {
  return nodesOf(cluster)
    .filter((node) => imageOf(node.image).btfBytes === null)
    .map(({ name }) => name);
}

function preflight(cluster: DemoCluster): Trouble {
  const messages = ["No such file or directory: /sys/kernel/btf/vmlinux"];
  return {
    failed: Object.fromEntries(withoutBtf(cluster).map((node) => [`test_vmlinux_parses[${node}]`, { messages }])),
  };
}

export const NO_BTF: Story = {
  id: "no-btf",
  tells:
    "Raspberry Pi OS builds its kernels without BTF, which Cilium needs since 1.20.0-pre.1. New pods get no network there, so suites that deploy pods fail in set-up (cilium/cilium#45224, #48778).",
  verdict: "blocked",
  trouble: ({ cluster, gate }) => {
    if (gate === "btf-preflight") return preflight(cluster);
    return NEED_NEW_PODS.includes(gate) ? { setUp: SET_UP } : null;
  },
};
