import type { KnownChange } from "../known-change";

const pull = (number: number) => `https://github.com/cilium/cilium/pull/${number}`;
const DENIALS = ["hubble_policy_verdicts_total", "hubble_drop_total", "cilium_drop_count_total"];

/** Traffic that was let through by mistake and is refused on purpose: more denials, and no fault of the candidate. */
export const TIGHTENINGS_1_20: readonly KnownChange[] = [
  {
    id: "l7lb-ingress-policy",
    ...{ from: "1.20.0-pre.1", until: null },
    metrics: DENIALS,
    labels: ["reason", "action", "match"],
    effect: "tightening",
    summary: "Traffic through the L7 load balancer to local backends no longer bypasses their ingress policies.",
    reference: pull(44693),
  },
  {
    id: "source-ranges-external-ips",
    ...{ from: "1.20.0-pre.1", until: null },
    metrics: DENIALS,
    labels: ["reason", "action"],
    effect: "tightening",
    summary: "loadBalancerSourceRanges is enforced on ExternalIPs too.",
    reference: pull(44747),
  },
];
