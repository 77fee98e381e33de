import { nodesOf } from "@/sandbox/fleet/nodes";
import { casesOf, forEach, type Suite } from "./suite";

/** Metrics that dashboards and alerts read. Documentation/observability/metrics.rst @ cilium v1.20.0-pre.4. */
const METRICS: Readonly<Record<"agent" | "operator" | "hubble", readonly string[]>> = {
  agent: [
    "cilium_bpf_map_ops_total",
    "cilium_bpf_map_pressure",
    "cilium_controllers_failing",
    "cilium_datapath_conntrack_gc_entries",
    "cilium_datapath_conntrack_gc_runs_total",
    "cilium_drift_checker_config_delta",
    "cilium_drop_bytes_total",
    "cilium_drop_count_total",
    "cilium_endpoint_regenerations_total",
    "cilium_endpoint_state",
    "cilium_errors_warnings_total",
    "cilium_forward_count_total",
    "cilium_identity",
    "cilium_ip_addresses",
    "cilium_k8s_client_api_calls_total",
    "cilium_nat_endpoint_max_connection",
    "cilium_policy_change_total",
    "cilium_policy_endpoint_enforcement_status",
    "cilium_policy_l7_total",
    "cilium_process_cpu_seconds_total",
    "cilium_process_resident_memory_bytes",
    "cilium_proxy_redirects",
    "cilium_services_events_total",
    "cilium_unreachable_nodes",
    "cilium_version",
  ],
  operator: [
    "cilium_operator_errors_warnings_total",
    "cilium_operator_k8s_workqueue_depth",
    "cilium_operator_process_cpu_seconds_total",
    "cilium_operator_unmanaged_pods",
  ],
  hubble: [
    "hubble_dns_queries_total",
    "hubble_drop_total",
    "hubble_flows_processed_total",
    "hubble_http_requests_total",
    "hubble_lost_events_total",
    "hubble_policy_verdicts_total",
    "hubble_tcp_flags_total",
  ],
};

const ALL_METRICS = Object.values(METRICS).flat();

export const TELEMETRY_SUITES: readonly Suite[] = [
  {
    gate: "hubble-ingestion",
    format: "json",
    title: "hubble-ingestion",
    plan: (cluster) => {
      const nodes = nodesOf(cluster).map(({ name }) => name);
      return [
        ...casesOf(
          "hubble observe",
          nodes.map((node) => `flows arrive from ${node}`),
          0.6,
        ),
        ...casesOf(
          "hubble_lost_events_total",
          nodes.map((node) => `no event is lost on ${node}`),
          0.05,
        ),
      ];
    },
  },
  {
    gate: "metrics-presence",
    format: "pytest",
    title: "pytest",
    plan: () =>
      Object.entries(METRICS).flatMap(([endpoint, names]) =>
        casesOf(`telemetry.test_metrics.Test${endpoint}`, forEach(["test_present", "test_labels"], names), 0.08),
      ),
  },
  {
    gate: "series-growth",
    format: "pytest",
    title: "pytest",
    plan: () => casesOf("telemetry.test_series.TestGrowth", forEach(["test_within_budget"], ALL_METRICS), 0.2),
  },
];
