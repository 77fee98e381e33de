import type { Story } from "./story";

/** The platform team would see it in the first hours: traffic that went past the policies does not any more. */
const DENIED_AT_INGRESS = { times: 1.9, in: { label: "direction", value: "ingress" } };

export const POLICY_TIGHTENING: Story = {
  id: "policy-tightening",
  tells:
    "Since 1.20.0-pre.1 traffic from an L7 load balancer to a backend on the same node no longer goes past ingress policies (cilium/cilium#44693). More is denied than before, and that is what the release notes say.",
  verdict: "review",
  metrics: () => ({
    rates: {
      policy_denied: DENIED_AT_INGRESS,
      drop_per_flow: { times: 1.8, in: { label: "reason", value: "POLICY_DENIED" } },
    },
  }),
};
