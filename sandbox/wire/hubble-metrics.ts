import type { Reading } from "@/sandbox/metrics/counters";
import type { Family } from "./exposition";

type Counters = ReadonlyMap<string, Reading>;

const NOTHING: Reading = { x: 0, exposure: 0, parts: new Map() };
const whole = (value: number) => Math.max(0, Math.round(value));

function counter(name: string, help: string, samples: readonly [Readonly<Record<string, string>>, number][]): Family {
  return { name, type: "counter", help, samples: samples.map(([labels, value]) => ({ labels, value: whole(value) })) };
}

function of(counters: Counters, signal: string): Reading {
  return counters.get(signal) ?? NOTHING;
}

function dns(counters: Counters): Family[] {
  const failed = of(counters, "dns_error");
  const missing = of(counters, "dns_nxdomain");
  const unanswered = of(counters, "dns_unanswered");
  const answered = failed.exposure - failed.x - missing.x;
  return [
    counter("hubble_dns_queries_total", "Number of DNS queries observed", [
      [{ qtypes: "A", ips_returned: "0", rcode: "" }, failed.exposure + unanswered.x],
    ]),
    counter("hubble_dns_responses_total", "Number of DNS responses observed", [
      [{ qtypes: "A", ips_returned: "1", rcode: "No Error" }, answered],
      [{ qtypes: "A", ips_returned: "0", rcode: "Non-Existent Domain" }, missing.x],
      ...[...failed.parts].map(([rcode, x]): [Record<string, string>, number] => [
        { qtypes: "A", ips_returned: "0", rcode },
        x,
      ]),
    ]),
  ];
}

/** What Hubble counts on port 9965, with the names and labels of Cilium 1.19 and 1.20. */
export function hubbleFamilies(counters: Counters): Family[] {
  const drops = of(counters, "drop_per_flow");
  const denied = of(counters, "policy_denied");
  const http = of(counters, "http_5xx");
  const resets = of(counters, "tcp_rst_per_syn");
  return [
    counter("hubble_flows_processed_total", "Total number of flows processed", [
      [{ protocol: "TCP", subtype: "to-endpoint", type: "Trace", verdict: "FORWARDED" }, drops.exposure - drops.x],
      [{ protocol: "TCP", subtype: "", type: "Drop", verdict: "DROPPED" }, drops.x],
    ]),
    counter(
      "hubble_drop_total",
      "Number of drops",
      [...drops.parts].map(([reason, x]) => [{ protocol: "TCP", reason }, x]),
    ),
    counter("hubble_policy_verdicts_total", "Total number of Cilium network policy verdicts", [
      ...[...denied.parts].map(([direction, x]): [Record<string, string>, number] => [
        { action: "dropped", direction, match: "none" },
        x,
      ]),
      [{ action: "forwarded", direction: "ingress", match: "all" }, denied.exposure - denied.x],
    ]),
    ...dns(counters),
    counter("hubble_http_requests_total", "Count of HTTP requests", [
      [{ method: "GET", protocol: "HTTP/1.1", reporter: "server", status: "200" }, http.exposure - http.x],
      [{ method: "GET", protocol: "HTTP/1.1", reporter: "server", status: "503" }, http.x],
    ]),
    counter("hubble_tcp_flags_total", "TCP flag occurrences", [
      [{ family: "IPv4", flag: "SYN" }, resets.exposure],
      [{ family: "IPv4", flag: "RST" }, resets.x],
    ]),
    counter("hubble_lost_events_total", "Number of lost events", [[{ source: "perf_event_ring_buffer" }, 0]]),
  ];
}
