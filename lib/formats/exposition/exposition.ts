/** What `# TYPE` says of a family; `untyped` is Prometheus text's word for OpenMetrics' `unknown`. */
export const METRIC_TYPES = [
  "counter",
  "gauge",
  "histogram",
  "gaugehistogram",
  "summary",
  "info",
  "stateset",
  "unknown",
  "untyped",
] as const;
export type MetricType = (typeof METRIC_TYPES)[number];

/**
 * `prometheus`: text format 0.0.4, with UTF-8 names in quotes.
 * `openmetrics`: OpenMetrics text 1.0, https://prometheus.io/docs/specs/om/open_metrics_spec/
 */
export type ExpositionFormat = "prometheus" | "openmetrics";

/** Names and values in the order of the names; a label with an empty value is no label. */
export type Labels = ReadonlyMap<string, string>;

/** One event that a sample was made of, such as a trace. */
export interface Exemplar {
  labels: Labels;
  value: number;
  timestampMs: number | null;
}

/** One line of an exposition. */
export interface Sample {
  line: number;
  /** The full name with its suffix: `hubble_http_request_duration_seconds_bucket`. */
  name: string;
  labels: Labels;
  /** Null: a native histogram in its composite form, which is noticed and not read. */
  value: number | null;
  timestampMs: number | null;
  exemplar: Exemplar | null;
}

/** What is known when the whole document was read. */
export interface ExpositionSummary {
  series: number;
  types: ReadonlyMap<string, MetricType>;
}
