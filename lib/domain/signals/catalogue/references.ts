/** Where the metrics of a signal are written down. Files are those of github.com/cilium/cilium at the tag. */
export const HUBBLE_METRICS =
  "https://github.com/cilium/cilium/blob/v1.20.0-pre.4/Documentation/observability/metrics.rst (Hubble, exported metrics)";
export const AGENT_METRICS =
  "https://github.com/cilium/cilium/blob/v1.20.0-pre.4/Documentation/observability/metrics.rst (cilium-agent)";
export const AGENT_CODE = "pkg/metrics/metrics.go @ cilium v1.20.0-pre.4";
export const PROMETHEUS_SERIES =
  "https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series";
