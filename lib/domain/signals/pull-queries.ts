import { promqlOf, seriesText } from "./promql";
import type { Measure, Signal } from "./signal";

/** What is asked of one cluster's Prometheus for finished hours, each evaluated at the end of its hour. */
export interface PullScope {
  selector: string;
  /** The label that names the node. */
  nodeLabel: string;
  /** Whether every target was scraped well enough to tell what is new from what was not seen before. */
  complete: boolean;
}

/** Who exports what is pulled. */
export type PulledSource = "agent" | "hubble";

const HOUR = "1h";
/** The values of a label that are kept for an hour, but all nodes: pairs of nodes are what levels are compared by. */
const TOP_VALUES = 20;

/** The versions that agents ran in the hour. The value of `cilium_version` says nothing: series are counted. */
export function versionsQuery({ selector }: PullScope): string {
  return `count by (version) (last_over_time(${seriesText(selector, "cilium_version")}[${HOUR}]))`;
}

/** Metrics by which the targets of a source are told from others; Hubble has those that are switched on. */
const MARKS: Record<PulledSource, readonly string[]> = {
  agent: ["cilium_version"],
  hubble: [
    "hubble_flows_processed_total",
    "hubble_dns_queries_total",
    "hubble_http_requests_total",
    "hubble_tcp_flags_total",
    "hubble_policy_verdicts_total",
  ],
};

/**
 * The share of the hour in which the source's targets were scraped: minutes with `up`, over the minutes there are. A minute
 * counts where a scrape within two minutes succeeded, so intervals up to two minutes are seen. Targets are those that
 * had one of its metrics at any time in the hour.
 */
export function coverageQuery(source: PulledSource, { selector }: PullScope): string {
  const present = MARKS[source].map(
    (metric) => `group by (job, instance) (present_over_time(${seriesText(selector, metric)}[${HOUR}]))`,
  );
  const targets = `(${present.join(" or ")})`;
  // 3599 s hold 60 whole minutes whether the range is open or closed at its beginning (Prometheus 3 opened it).
  const minutes = `sum_over_time(last_over_time(${seriesText(selector, "up")}[2m])[3599s:1m])`;
  return `sum(${minutes} and on (job, instance) ${targets}) / (60 * count(${targets}))`;
}

/** A measure over the hour, whole or by a label of the catalogue. */
export function hourQuery(measure: Measure, scope: PullScope, by?: string): string {
  const options = { selector: scope.selector, window: HOUR, novelty: scope.complete ? "guarded" : "ignored" } as const;
  if (by === undefined) return promqlOf(measure, options);
  return promqlOf(measure, { ...options, by: by === "node" ? scope.nodeLabel : by });
}

/** As `hourQuery` by a label, but the largest values only. */
export function topQuery(measure: Measure, scope: PullScope, by: string): string {
  const query = hourQuery(measure, scope, by);
  return by === "node" ? query : `topk(${TOP_VALUES}, ${query})`;
}

/** The labels by which a signal is pulled: what is only shown is not looked at closer, but for versions. */
export function pulledLabels(signal: Signal): readonly string[] {
  if (signal.method !== "info") return signal.explainBy;
  return signal.explainBy.filter((label) => label === "version");
}
