/** Labels that a scrape adds; `node` is what the chart's ServiceMonitors write. */
export const TARGET_LABELS: readonly string[] = ["job", "instance", "node", "pod"];

/** `labelsContext` and the contexts of Hubble (Documentation/observability/metrics.rst); only where they are configured. */
const CONTEXT: readonly string[] = [
  "source",
  "destination",
  ...["source_namespace", "source_workload", "source_app"],
  ...["destination_namespace", "destination_workload", "destination_app"],
  "traffic_direction",
];

const DNS = ["rcode", "qtypes", "ips_returned", ...CONTEXT];
const HTTP_DURATION = ["method", "reporter", ...CONTEXT];

/**
 * The labels of each metric of the catalogue at 1.20.0-pre.4. Where the documentation is silent or wrong the code decides:
 * `protocol` of flows, `hubble_policy_verdicts_total`, `cilium_version`, `cilium_errors_warnings_total`.
 * `reason` and `error` of regenerations exist from 1.20.0-pre.1 on.
 */
export const METRIC_LABELS: Readonly<Record<string, readonly string[]>> = {
  hubble_drop_total: ["reason", "protocol", ...CONTEXT],
  hubble_flows_processed_total: ["protocol", "type", "subtype", "verdict", ...CONTEXT],
  hubble_policy_verdicts_total: ["direction", "match", "action", ...CONTEXT],
  hubble_dns_queries_total: DNS,
  hubble_dns_responses_total: DNS,
  hubble_http_requests_total: ["method", "protocol", "status", "reporter", ...CONTEXT],
  hubble_http_request_duration_seconds: HTTP_DURATION,
  hubble_http_request_duration_seconds_bucket: [...HTTP_DURATION, "le"],
  hubble_http_request_duration_seconds_sum: HTTP_DURATION,
  hubble_http_request_duration_seconds_count: HTTP_DURATION,
  hubble_tcp_flags_total: ["flag", "family", ...CONTEXT],
  hubble_lost_events_total: ["source"],
  cilium_version: ["version", "revision", "arch"],
  cilium_drop_count_total: ["reason", "direction"],
  cilium_forward_count_total: ["direction"],
  cilium_bpf_map_pressure: ["map_name"],
  cilium_bpf_map_ops_total: ["map_name", "operation", "outcome"],
  cilium_datapath_conntrack_gc_entries: ["family", "protocol", "status"],
  cilium_nat_endpoint_max_connection: ["family"],
  cilium_errors_warnings_total: ["level", "subsystem"],
  cilium_controllers_failing: [],
  cilium_endpoint_regenerations_total: ["reason", "outcome", "error"],
  cilium_unreachable_nodes: [],
  cilium_process_cpu_seconds_total: [],
  cilium_process_resident_memory_bytes: [],
  cilium_process_start_time_seconds: [],
  up: [],
  scrape_samples_scraped: [],
  scrape_samples_post_metric_relabeling: [],
  scrape_duration_seconds: [],
  scrape_series_added: [],
};
