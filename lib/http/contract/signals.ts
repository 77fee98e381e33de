import { z } from "zod";
import { ClusterNameSchema } from "@/lib/domain/clusters/cluster";
import { ReleaseVersionSchema } from "@/lib/domain/releases/version";
import { ClusterSignalsDto, SignalSeriesDto } from "@/lib/domain/signals/dto";
import { MetricWindowsReceipt } from "@/lib/domain/signals/metric-windows";
import { MetricsReceipt, RecordMetricsInput } from "@/lib/domain/signals/record-metrics";
import { SignalDto } from "@/lib/domain/signals/signal";
import { endpoint, NONE } from "./endpoint";

const Instant = z.iso.datetime({ offset: true });

export const postMetrics = endpoint({
  method: "post",
  path: "/metrics",
  tag: "Ingest",
  summary: "Record one scrape of a cilium-agent, Hubble or operator endpoint",
  description:
    "Prometheus text exposition or OpenMetrics. Two scrapes of the same instance give increments; counter resets and " +
    "new series are handled. Only metrics of the signal catalogue are kept; the answer counts what was seen, kept and dropped.",
  scope: "ingest",
  params: NONE,
  query: RecordMetricsInput,
  body: NONE,
  stream: ["text/plain", "application/openmetrics-text"],
  responses: {
    200: { description: "A replay", schema: MetricsReceipt },
    201: { description: "Recorded", schema: MetricsReceipt },
  },
});

export const postMetricWindows = endpoint({
  method: "post",
  path: "/metric-windows",
  tag: "Ingest",
  summary: "Push finished hours of signals, for clusters that cannot be reached",
  description:
    "One document of many windows, each a whole UTC hour of one signal with numerator and denominator. Good windows are " +
    "kept, bad ones are named. A later window for the same hour replaces one that was observed less.",
  scope: "ingest",
  params: NONE,
  query: NONE,
  body: NONE,
  stream: ["application/json"],
  responses: {
    200: { description: "Nothing new", schema: MetricWindowsReceipt },
    201: { description: "All were accepted", schema: MetricWindowsReceipt },
    207: { description: "Some were accepted", schema: MetricWindowsReceipt },
  },
});

export const listSignalCatalogue = endpoint({
  method: "get",
  path: "/signal-catalogue",
  tag: "Fleet and catalogue",
  summary: "The signals that are measured, how they are compared, and where that is written down",
  scope: "read",
  params: NONE,
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The catalogue", schema: z.object({ items: z.array(SignalDto) }) } },
});

export const getSignalSeries = endpoint({
  method: "get",
  path: "/signals",
  tag: "Judgement",
  summary: "One signal of one cluster over time, candidate and baseline",
  scope: "read",
  params: NONE,
  query: z.object({
    cluster: ClusterNameSchema,
    release: ReleaseVersionSchema.optional(),
    signal: z.string().max(100),
    label: z.string().max(200).optional(),
    value: z.string().max(500).optional(),
    from: Instant.optional(),
    to: Instant.optional(),
  }),
  body: NONE,
  responses: { 200: { description: "The series", schema: SignalSeriesDto } },
});

export const getClusterSignals = endpoint({
  method: "get",
  path: "/clusters/{name}/signals",
  tag: "Judgement",
  summary: "All signals of one cluster with what the rules say of them",
  scope: "read",
  params: z.object({ name: ClusterNameSchema }),
  query: z.object({ release: ReleaseVersionSchema.optional() }),
  body: NONE,
  responses: { 200: { description: "The signals, worst first", schema: ClusterSignalsDto } },
});
