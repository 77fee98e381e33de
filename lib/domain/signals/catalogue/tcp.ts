import type { Signal } from "../signal";
import { events, failures, is, rateSignal } from "./measures";
import { HUBBLE_METRICS } from "./references";

export const TCP_SIGNALS: readonly Signal[] = [
  rateSignal({
    id: "tcp_rst_per_syn",
    title: "TCP resets per connection attempt",
    area: "dataplane",
    source: "hubble",
    numerator: failures("hubble_tcp_flags_total", is("flag", "RST")),
    denominator: events("hubble_tcp_flags_total", is("flag", "SYN")),
    minVolume: 10_000,
    minEvents: 50,
    delta: 0.15,
    redRatio: 1.5,
    explainBy: [
      "family",
      "source_namespace",
      "destination_namespace",
      "source_workload",
      "destination_workload",
      "node",
    ],
    display: { scale: 100, unit: "per 100 SYN" },
    reference: HUBBLE_METRICS,
  }),
];
