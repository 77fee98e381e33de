import type { Signal } from "../signal";
import { AGENTS, absoluteSignal, FLOWS, failures, fold, infoSignal, is, of } from "./measures";
import { AGENT_METRICS, HUBBLE_METRICS } from "./references";

const LOST = "hubble_lost_events_total";
const SEEN = of(fold("increase", LOST), fold("increase", "hubble_flows_processed_total"));

/** Above one in a hundred Hubble's other signals cannot be trusted either. */
const LIMIT = { warn: 0.001, fail: 0.01, rise: null };

function lost(id: string, title: string, source: string, reference: string): Signal {
  return absoluteSignal({
    id,
    title,
    area: "telemetry",
    source: "hubble",
    numerator: failures(LOST, is("source", source)),
    denominator: SEEN,
    minVolume: 100_000,
    absolute: LIMIT,
    explainBy: ["node"],
    display: { scale: 100, unit: "% of events" },
    reference,
  });
}

export const LOST_EVENT_SIGNALS: readonly Signal[] = [
  lost("lost_queue", "Events lost in Hubble's queue", "observer_events_queue", HUBBLE_METRICS),
  lost("lost_perf", "Events lost in the perf buffer", "perf_event_ring_buffer", HUBBLE_METRICS),
  lost(
    "lost_ring",
    "Events lost in Hubble's ring buffer",
    "hubble_ring_buffer",
    "https://github.com/cilium/cilium/issues/46584",
  ),
  infoSignal({
    id: "flow_coverage",
    title: "Flows per node",
    area: "telemetry",
    source: "hubble",
    numerator: FLOWS,
    denominator: AGENTS,
    direction: "down",
    explainBy: ["type", "verdict", "node"],
    display: { scale: 1, unit: "flows per node and hour" },
    reference: AGENT_METRICS,
  }),
];
