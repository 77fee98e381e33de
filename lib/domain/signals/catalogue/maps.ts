import type { Signal } from "../signal";
import { AGENTS, absoluteSignal, events, failures, fold, gaugeSignal, is, of, rateSignal } from "./measures";
import { AGENT_METRICS } from "./references";

const NAT = fold("max", "cilium_nat_endpoint_max_connection");
const PRESSURE = fold("max", "cilium_bpf_map_pressure");

export const MAP_SIGNALS: readonly Signal[] = [
  absoluteSignal({
    id: "bpf_map_pressure",
    title: "Fullest BPF map",
    area: "dataplane",
    source: "agent",
    numerator: of({ ...PRESSURE, by: ["map_name"] }),
    denominator: null,
    absolute: { warn: 0.7, fail: 0.9, rise: 0.1 },
    explainBy: ["map_name", "node"],
    display: { scale: 100, unit: "% of entries" },
    reference: AGENT_METRICS,
  }),
  rateSignal({
    id: "bpf_map_op_fail",
    title: "BPF map operations that fail",
    area: "dataplane",
    source: "agent",
    numerator: failures("cilium_bpf_map_ops_total", is("outcome", "fail")),
    denominator: events("cilium_bpf_map_ops_total"),
    minVolume: 10_000,
    minEvents: 5,
    redRatio: 1.5,
    explainBy: ["map_name", "operation", "node"],
    display: { scale: 100_000, unit: "per 100,000 operations" },
    reference: AGENT_METRICS,
  }),
  gaugeSignal({
    id: "ct_alive",
    title: "Connections tracked per node",
    area: "dataplane",
    source: "agent",
    numerator: of(fold("sum-max", "cilium_datapath_conntrack_gc_entries", is("status", "alive"))),
    denominator: AGENTS,
    explainBy: ["node", "family", "protocol"],
    display: { scale: 1, unit: "entries per node" },
    reference: AGENT_METRICS,
  }),
  absoluteSignal({
    id: "nat_saturation",
    title: "Source ports in use for one endpoint",
    area: "dataplane",
    source: "agent",
    numerator: of({ ...NAT, by: ["family"] }),
    denominator: null,
    percentAboveOne: true,
    absolute: { warn: 0.5, fail: 0.8, rise: 0.1 },
    explainBy: ["family", "node"],
    display: { scale: 100, unit: "% of source ports" },
    reference: AGENT_METRICS,
  }),
];
