import { BEFORE_PRODUCTION, catalogueGates, EVERY_TIER, ONE_WEEK, TWO_DAYS } from "./catalogue-gate";

// Names of metrics: Documentation/observability/metrics.rst and pkg/hubble/metrics @ v1.20.0-pre.4. An unknown Hubble
// metric is skipped with a warning, so a series can vanish silently: pkg/hubble/metrics/api/registry.go.
export const TELEMETRY_GATES = catalogueGates("telemetry", [
  {
    id: "hubble-ingestion",
    title: "Hubble ingestion",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: TWO_DAYS,
    proves:
      "Flows arrive from every node and none are lost. A cluster that loses events cannot show whether the candidate made them worse.",
    tool: "hubble list nodes; hubble observe --since 5m; promtool query instant: increase(hubble_lost_events_total[1h])",
  },
  {
    id: "metrics-presence",
    title: "Metrics presence",
    requiredFor: BEFORE_PRODUCTION,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "Every metric that dashboards, alerts and Waggle's rules read is there on agent, operator, Envoy and Hubble, with the labels they group by. Absent is not zero.",
    tool: "curl :9962/metrics, :9963/metrics, :9964/metrics, :9965/metrics | promtool check metrics; promtool query series",
  },
  {
    id: "series-growth",
    title: "Series growth",
    requiredFor: EVERY_TIER,
    minRuns: 1,
    maxAgeHours: ONE_WEEK,
    proves:
      "Active series by metric, counted the same way on baseline and candidate and scaled to this cluster's nodes, stay inside its budget, and no known metric gained a label that multiplies it.",
    tool: "curl <prometheus>/api/v1/status/tsdb; promtool query instant: count by (__name__) ({job=~'cilium.*|hubble.*'})",
  },
]);
