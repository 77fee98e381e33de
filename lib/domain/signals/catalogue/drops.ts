import type { Signal } from "../signal";
import { events, FLOWS, failures, fold, of, rateSignal, unlike } from "./measures";
import { AGENT_METRICS, HUBBLE_METRICS } from "./references";

const PER_100K_FLOWS = { scale: 100_000, unit: "per 100,000 flows" };
const WHERE = ["source_namespace", "destination_namespace", "source_workload", "destination_workload"];

/** Hubble writes drop reasons as `POLICY_DENIED`, the agent as `Policy denied`: the two are never added. */
export const DROP_SIGNALS: readonly Signal[] = [
  rateSignal({
    id: "drop_per_flow",
    title: "Drops per flow",
    area: "dataplane",
    source: "hubble",
    numerator: failures("hubble_drop_total"),
    denominator: FLOWS,
    minVolume: 100_000,
    minDifference: 0.0005,
    explainBy: ["reason", "protocol", ...WHERE, "node"],
    display: PER_100K_FLOWS,
    reference: HUBBLE_METRICS,
  }),
  rateSignal({
    id: "drop_nonpolicy",
    title: "Drops other than policy",
    area: "dataplane",
    source: "hubble",
    numerator: failures("hubble_drop_total", unlike("reason", "POLICY_DENIED|POLICY_DENY")),
    denominator: FLOWS,
    minVolume: 100_000,
    explainBy: ["reason", "protocol", ...WHERE, "node"],
    display: PER_100K_FLOWS,
    reference: HUBBLE_METRICS,
  }),
  rateSignal({
    id: "packet_drop_ratio",
    title: "Dropped packets",
    area: "dataplane",
    source: "agent",
    numerator: failures("cilium_drop_count_total"),
    denominator: of(fold("increase", "cilium_drop_count_total"), fold("increase", "cilium_forward_count_total")),
    minVolume: 1_000_000,
    explainBy: ["reason", "direction", "node"],
    display: { scale: 1_000_000, unit: "per million packets" },
    reference: AGENT_METRICS,
  }),
  rateSignal({
    id: "policy_denied",
    title: "Policy verdicts that deny",
    area: "policy",
    source: "hubble",
    numerator: failures("hubble_policy_verdicts_total", { label: "action", op: "=", value: "dropped" }),
    denominator: events("hubble_policy_verdicts_total"),
    direction: "either",
    minVolume: 10_000,
    minEvents: 20,
    redRatioLow: 0.8,
    explainBy: ["direction", "match", ...WHERE, "node"],
    display: { scale: 100, unit: "% of verdicts" },
    reference: "pkg/hubble/metrics/policy @ cilium v1.20.0-pre.4 (the metric is not in the documentation)",
  }),
];
