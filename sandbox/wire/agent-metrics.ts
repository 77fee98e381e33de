import type { Reading } from "@/sandbox/metrics/counters";
import type { Window } from "@/sandbox/metrics/hour";
import type { Family, Sample } from "./exposition";

export interface AgentState {
  version: string;
  startedAt: Date;
  counters: ReadonlyMap<string, Reading>;
  levels: ReadonlyMap<string, Window>;
}

function family(type: Family["type"], name: string, help: string, samples: readonly Sample[]): Family {
  return { name, type, help, samples };
}

function counts({ counters }: AgentState): Family[] {
  const of = (signal: string) => counters.get(signal) ?? { x: 0, exposure: 0, parts: new Map<string, number>() };
  const drops = of("packet_drop_ratio");
  const operations = of("bpf_map_op_fail");
  const builds = of("regen_fail");
  const whole = (labels: Sample["labels"], value: number): Sample => ({
    labels,
    value: Math.max(0, Math.round(value)),
  });
  return [
    family(
      "counter",
      "cilium_drop_count_total",
      "Total dropped packets, tagged by drop reason and ingress/egress direction",
      [...drops.parts].map(([reason, x]) => whole({ direction: "EGRESS", reason }, x)),
    ),
    family("counter", "cilium_forward_count_total", "Total forwarded packets, tagged by ingress/egress direction", [
      whole({ direction: "EGRESS" }, drops.exposure - drops.x),
    ]),
    family("counter", "cilium_bpf_map_ops_total", "Total operations on map, tagged by map name", [
      whole({ map_name: "ct4_global", operation: "update", outcome: "success" }, operations.exposure - operations.x),
      whole({ map_name: "ct4_global", operation: "update", outcome: "fail" }, operations.x),
    ]),
    family(
      "counter",
      "cilium_endpoint_regenerations_total",
      "Count of all endpoint regenerations that have completed",
      [whole({ outcome: "success" }, builds.exposure - builds.x), whole({ outcome: "fail" }, builds.x)],
    ),
    family("counter", "cilium_errors_warnings_total", "Number of total errors in cilium-agent instances", [
      whole({ level: "error", subsystem: "endpoint" }, of("agent_errors").x),
    ]),
  ];
}

function gauges({ levels, startedAt, version }: AgentState): Family[] {
  const level = (signal: string) => levels.get(signal)?.x ?? 0;
  const parts = (signal: string): Sample[] =>
    (levels.get(signal)?.segments ?? []).map(({ label, value, x }) => ({ labels: { [label]: value }, value: x }));
  return [
    family("gauge", "cilium_version", "Cilium version", [
      { labels: { version, revision: "", arch: "amd64" }, value: 1 },
    ]),
    family("gauge", "cilium_bpf_map_pressure", "Fill percentage of map, tagged by map name", parts("bpf_map_pressure")),
    family(
      "gauge",
      "cilium_nat_endpoint_max_connection",
      "Saturation of the most saturated distinct NAT mapped connection",
      parts("nat_saturation"),
    ),
    family("gauge", "cilium_controllers_failing", "Number of failing controllers", [
      { labels: {}, value: level("controllers_failing") },
    ]),
    family("gauge", "cilium_unreachable_nodes", "Number of nodes that cannot be reached", [
      { labels: {}, value: level("unreachable_nodes") },
    ]),
    family("gauge", "cilium_process_resident_memory_bytes", "Resident memory size in bytes.", [
      { labels: {}, value: Math.round(level("agent_rss")) },
    ]),
    family("gauge", "cilium_process_start_time_seconds", "Start time of the process since unix epoch in seconds.", [
      { labels: {}, value: startedAt.getTime() / 1000 },
    ]),
  ];
}

/** What a cilium-agent shows on port 9962, with the names and labels of Cilium 1.19 and 1.20. */
export function agentFamilies(state: AgentState): Family[] {
  return [...gauges(state), ...counts(state)];
}
