import type { Signal } from "../signal";
import { events, failures, fold, is, like, minus, rateSignal } from "./measures";
import { HUBBLE_METRICS } from "./references";

const RESPONSES = events("hubble_dns_responses_total");
const PERCENT_OF_RESPONSES = { scale: 100, unit: "% of responses" };
/** Queries have no result yet; those that a policy refused carry one. */
const ASKED = is("rcode", "");

export const DNS_SIGNALS: readonly Signal[] = [
  rateSignal({
    id: "dns_error",
    title: "DNS errors",
    area: "dataplane",
    source: "hubble",
    numerator: failures("hubble_dns_responses_total", like("rcode", "Server Failure|Query Refused")),
    denominator: RESPONSES,
    minVolume: 5000,
    minEvents: 20,
    explainBy: ["rcode", "qtypes", "source_namespace", "destination_namespace", "destination_workload", "node"],
    display: PERCENT_OF_RESPONSES,
    reference: HUBBLE_METRICS,
  }),
  rateSignal({
    id: "dns_nxdomain",
    title: "DNS names that do not exist",
    area: "dataplane",
    source: "hubble",
    numerator: failures("hubble_dns_responses_total", is("rcode", "Non-Existent Domain")),
    denominator: RESPONSES,
    direction: "either",
    minVolume: 5000,
    minEvents: 20,
    redRatio: 1.5,
    redRatioLow: 1 / 1.5,
    explainBy: ["qtypes", "source_namespace", "destination_namespace", "destination_workload", "node"],
    display: PERCENT_OF_RESPONSES,
    reference: HUBBLE_METRICS,
  }),
  rateSignal({
    id: "dns_unanswered",
    title: "DNS queries without an answer",
    area: "dataplane",
    source: "hubble",
    numerator: {
      terms: [
        fold("increase", "hubble_dns_queries_total", ASKED),
        minus(fold("increase", "hubble_dns_responses_total")),
      ],
      clampMin: 0,
    },
    denominator: events("hubble_dns_queries_total", ASKED),
    minVolume: 5000,
    minEvents: 20,
    minDifference: 0.01,
    explainBy: ["qtypes", "node"],
    display: { scale: 100, unit: "% of queries" },
    reference: HUBBLE_METRICS,
  }),
];
