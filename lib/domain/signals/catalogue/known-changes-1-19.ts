import type { KnownChange } from "../known-change";

const pull = (number: number) => `https://github.com/cilium/cilium/pull/${number}`;
/** The minor is known, not the pre-release. */
const SINCE = { from: "1.19.0-0", until: null } as const;

export const CHANGES_1_19: readonly KnownChange[] = [
  {
    id: "local-cluster-labels-removed",
    ...SINCE,
    metrics: ["cilium_node_health_connectivity_*"],
    labels: ["source_cluster", "source_node_name"],
    effect: "gone",
    summary: "Labels that name the local cluster and node are gone: queries by source_cluster find nothing.",
    reference: pull(41976),
  },
  {
    id: "rate-limiter-labels-removed",
    ...SINCE,
    metrics: ["cilium_k8s_client_rate_limiter_duration_seconds*"],
    labels: ["path", "method"],
    effect: "fall",
    summary: "The rate limiter's duration has no path and no method any more: far fewer series.",
    reference: pull(41247),
  },
  {
    id: "errors-without-subsystem",
    ...SINCE,
    metrics: ["cilium_errors_warnings_total"],
    labels: ["subsystem"],
    effect: "false-rise",
    summary: 'Log lines without a subsystem are counted as "unspecified": errors and warnings rise though none is new.',
    reference: pull(42329),
  },
  {
    id: "lost-events-rate-limited",
    ...SINCE,
    metrics: ["hubble_lost_events_total"],
    labels: [],
    effect: "fall",
    summary: "Notices of lost events are rate-limited at the observer: fewer are counted for the same loss.",
    reference: pull(41163),
  },
  {
    id: "icmp6-family",
    ...SINCE,
    metrics: ["hubble_icmp_total"],
    labels: ["family"],
    effect: "rename",
    summary: "ICMPv6 is counted with family IPv6.",
    reference: pull(41427),
  },
  {
    id: "max-ifindex-removed",
    ...SINCE,
    metrics: ["cilium_endpoint_max_ifindex"],
    labels: [],
    effect: "gone",
    summary: "endpoint_max_ifindex was removed.",
    reference: pull(42082),
  },
  {
    id: "operator-workqueue-prefix",
    ...SINCE,
    metrics: ["workqueue_*", "cilium_operator_k8s_workqueue_*"],
    labels: ["queue_name", "name"],
    effect: "rename",
    summary: "The operator's workqueue_* is called cilium_operator_k8s_workqueue_*, and queue_name is name.",
    reference: pull(40884),
  },
  {
    id: "hive-job-metrics",
    ...SINCE,
    metrics: ["cilium_hive_jobs_*"],
    labels: [],
    effect: "growth",
    summary: "Jobs of the agent have metrics of their own: some hundred series on each node.",
    reference: pull(42762),
  },
];
