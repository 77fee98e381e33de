import type { Signal } from "../signal";
import { AGENTS, fold, infoSignal, of } from "./measures";
import { HUBBLE_METRICS, PROMETHEUS_SERIES } from "./references";

/** Every series of Cilium and Hubble: a count by name, where a selector needs a matcher. */
const ALL = "hubble_.+|cilium_.+";
const SERIES = fold("count", ALL);

type Given = Pick<Signal, "id" | "title" | "numerator" | "display"> & Partial<Signal>;
const scrape = (given: Given): Signal =>
  infoSignal({
    area: "telemetry",
    source: "prometheus",
    denominator: null,
    explainBy: [],
    reference: PROMETHEUS_SERIES,
    ...given,
  });

const SERIES_UNIT = { scale: 1, unit: "series" };

/** What collecting the metrics costs and whether it works: shown, and the coverage of every other signal. */
export const TELEMETRY_SIGNALS: readonly Signal[] = [
  scrape({
    id: "resets",
    title: "Counters that began again",
    source: "hubble",
    numerator: of(fold("resets", "hubble_flows_processed_total")),
    display: { scale: 1, unit: "resets" },
    reference: HUBBLE_METRICS,
  }),
  scrape({
    id: "scrape_up",
    title: "Scrapes that succeeded",
    numerator: of(fold("min", "up")),
    direction: "down",
    display: { scale: 1, unit: "of 1" },
  }),
  scrape({
    id: "scrape_samples",
    title: "Samples scraped",
    numerator: of(fold("last-sum", "scrape_samples_scraped")),
    denominator: of(fold("last-sum", "scrape_samples_post_metric_relabeling")),
    display: { scale: 1, unit: "per sample kept" },
  }),
  scrape({
    id: "scrape_duration",
    title: "Slowest scrape",
    numerator: of(fold("max", "scrape_duration_seconds")),
    direction: "up",
    display: { scale: 1000, unit: "ms" },
  }),
  scrape({
    id: "active_series",
    title: "Active series per node",
    numerator: of(SERIES),
    denominator: AGENTS,
    direction: "up",
    display: { scale: 1, unit: "series per node" },
  }),
  scrape({
    id: "active_series_20m",
    title: "Series of the last 20 minutes",
    numerator: of({ ...SERIES, within: "20m" }),
    direction: "up",
    display: SERIES_UNIT,
  }),
  scrape({
    id: "series_by_metric",
    title: "Series by metric",
    numerator: of({ ...SERIES, by: ["__name__"], top: 200 }),
    explainBy: ["__name__"],
    display: SERIES_UNIT,
  }),
  scrape({
    id: "churn",
    title: "Series that are new, per active series",
    numerator: of(fold("sum-over", "scrape_series_added")),
    denominator: of(SERIES),
    direction: "up",
    display: { scale: 1, unit: "per active series and hour" },
  }),
  scrape({
    id: "labeldrop_uniqueness",
    title: "Flows that a dropped label would merge",
    source: "hubble",
    numerator: of({
      ...fold("count-duplicates", "hubble_flows_processed_total"),
      by: ["cluster", "instance", "verdict", "type", "subtype", "protocol"],
    }),
    display: { scale: 1, unit: "groups" },
    reference: HUBBLE_METRICS,
  }),
];
