import { drawInteger } from "@/sandbox/draw";
import { nodesOf } from "@/sandbox/fleet/nodes";
import type { Occurrence, Story } from "./story";

const DROPS = "no-unexpected-packet-drops";

/** One sample of the metric as `cilium-dbg metrics list -o json` shows it and the test prints it. */
function dropped(count: number): string {
  const labels = { direction: "EGRESS", reason: "CT: Map insertion failed" };
  return `Found unexpected packet drops:\n${JSON.stringify({ labels, name: "cilium_drop_count_total", value: count }, null, 2)}`;
}

/** Two nodes drop, so the report repeats an attribute and is not well-formed. */
function drops({ cluster, gate, slot }: Occurrence) {
  const nodes = nodesOf(cluster)
    .filter((node) => node.image === "ubuntu-22.04-azure")
    .map(({ name }) => name);
  const count = (node: string) => 40 + drawInteger(900, cluster.name, gate, slot.index, node);
  return {
    failed: {
      [DROPS]: {
        messages: nodes.map((node) => dropped(count(node))),
        actions: nodes.map((node) => `${DROPS}/${cluster.name}/${node}`),
      },
    },
  };
}

/** Ports towards one destination are used up in two and a half days, and not given back. */
function natSaturation(since: number): number {
  return Math.min(0.94, 0.12 + since * 0.013);
}

export const CONNTRACK_FAILING: Story = {
  id: "conntrack-failing",
  tells:
    "Under load the conntrack table of the nodes with kernel 5.15 refuses entries: connections are dropped, in the soak and in the suite. cilium-cli reports it as XML that is not well-formed. The ports of the NAT table towards one destination fill up from hour to hour.",
  verdict: "blocked",
  metrics: ({ since }) => ({ levels: { nat_saturation: natSaturation(since) } }),
  trouble: (run) => (run.gate === "conntrack-soak" || run.gate === "connectivity-suite" ? drops(run) : null),
};
