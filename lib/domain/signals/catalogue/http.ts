import type { Signal } from "../signal";
import { events, failures, fold, gaugeSignal, infoSignal, is, like, of, rateSignal } from "./measures";
import { HUBBLE_METRICS } from "./references";

const DURATION = "hubble_http_request_duration_seconds";
/** Client and server both report a request: one of them, or it counts twice. */
const SERVED = is("reporter", "server");
const REQUESTS_TIMED = events(`${DURATION}_count`, SERVED);
const WHERE = ["destination_workload", "destination_namespace", "source_workload", "node"];
const MILLISECONDS = { scale: 1000, unit: "ms" };

export const HTTP_SIGNALS: readonly Signal[] = [
  rateSignal({
    id: "http_5xx",
    title: "HTTP server errors",
    area: "mesh",
    source: "hubble",
    numerator: failures("hubble_http_requests_total", SERVED, like("status", "5..")),
    denominator: events("hubble_http_requests_total", SERVED),
    minVolume: 5000,
    minEvents: 20,
    minDifference: 0.001,
    explainBy: ["status", "method", "protocol", ...WHERE],
    display: { scale: 100, unit: "% of requests" },
    reference: HUBBLE_METRICS,
  }),
  // A quantile is as exact as its bucket is narrow: it is shown, and the mean is judged.
  infoSignal({
    id: "http_p99_bucket",
    title: "HTTP duration, 99th percentile (classic histogram)",
    area: "mesh",
    source: "hubble",
    numerator: of(fold("p99", `${DURATION}_bucket`, SERVED)),
    denominator: REQUESTS_TIMED,
    direction: "up",
    minVolume: 5000,
    explainBy: [],
    display: MILLISECONDS,
    reference: HUBBLE_METRICS,
  }),
  infoSignal({
    id: "http_p99_native",
    title: "HTTP duration, 99th percentile (native histogram)",
    area: "mesh",
    source: "hubble",
    numerator: of(fold("p99", DURATION, SERVED)),
    denominator: null,
    direction: "up",
    minVolume: 5000,
    explainBy: [],
    display: MILLISECONDS,
    reference: "https://github.com/cilium/cilium/pull/46814",
  }),
  gaugeSignal({
    id: "http_mean",
    title: "HTTP duration, mean",
    area: "mesh",
    source: "hubble",
    numerator: events(`${DURATION}_sum`, SERVED),
    denominator: REQUESTS_TIMED,
    minVolume: 5000,
    explainBy: ["method", ...WHERE],
    display: MILLISECONDS,
    reference: HUBBLE_METRICS,
  }),
];
