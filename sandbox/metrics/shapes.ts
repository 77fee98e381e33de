/** A value of a label and its share of a signal's events when all is well. */
export interface Part {
  label: string;
  value: string;
  share: number;
}

/** A counter over another one: how much of it there is, and how it scatters. */
export interface RateShape {
  signal: string;
  source: "hubble" | "agent";
  /** Exposure for each flow, or for each node and hour. */
  per: { flow: number } | { node: number };
  /** Events for each unit of exposure. */
  rate: number;
  /** Variance over mean of the hourly count. */
  dispersion: number;
  parts: readonly Part[];
  /** Only where HTTP is visible. */
  needs?: "l7-proxy";
}

/** A level, and the series it is the greatest of. */
export interface LevelShape {
  signal: string;
  source: "hubble" | "agent";
  level: number;
  scatter: number;
  parts: readonly { label: string; value: string; of: number }[];
  /** A share is never more than this. */
  most?: number;
  /** One series a node, which a comparison pairs. */
  byNode?: true;
}

const reason = (value: string, share: number): Part => ({ label: "reason", value, share });
const rcode = (value: string, share: number): Part => ({ label: "rcode", value, share });

/** Round figures of a cluster at work; their names and labels are those of the signal catalogue. */
export const RATES: readonly RateShape[] = [
  {
    signal: "drop_per_flow",
    source: "hubble",
    per: { flow: 1 },
    rate: 4e-4,
    dispersion: 3,
    parts: [
      reason("POLICY_DENIED", 0.86),
      reason("STALE_OR_UNROUTABLE_IP", 0.09),
      reason("UNSUPPORTED_L3_PROTOCOL", 0.05),
    ],
  },
  {
    signal: "drop_nonpolicy",
    source: "hubble",
    per: { flow: 1 },
    rate: 6e-5,
    dispersion: 2,
    parts: [reason("STALE_OR_UNROUTABLE_IP", 0.64), reason("UNSUPPORTED_L3_PROTOCOL", 0.36)],
  },
  {
    signal: "packet_drop_ratio",
    source: "agent",
    per: { flow: 4 },
    rate: 1.1e-4,
    dispersion: 4,
    parts: [reason("Policy denied", 0.9), reason("Stale or unroutable IP", 0.1)],
  },
  {
    signal: "policy_denied",
    source: "hubble",
    per: { flow: 0.2 },
    rate: 3.7e-3,
    dispersion: 3,
    parts: [
      { label: "direction", value: "ingress", share: 0.55 },
      { label: "direction", value: "egress", share: 0.45 },
    ],
  },
  {
    signal: "dns_error",
    source: "hubble",
    per: { flow: 0.03 },
    rate: 2.1e-3,
    dispersion: 2,
    parts: [rcode("Server Failure", 0.8), rcode("Query Refused", 0.2)],
  },
  { signal: "dns_nxdomain", source: "hubble", per: { flow: 0.03 }, rate: 0.05, dispersion: 3, parts: [] },
  { signal: "dns_unanswered", source: "hubble", per: { flow: 0.03 }, rate: 0.009, dispersion: 2, parts: [] },
  {
    signal: "http_5xx",
    source: "hubble",
    per: { flow: 0.04 },
    rate: 5e-3,
    dispersion: 3,
    parts: [],
    needs: "l7-proxy",
  },
  { signal: "tcp_rst_per_syn", source: "hubble", per: { flow: 0.05 }, rate: 0.05, dispersion: 3, parts: [] },
  { signal: "bpf_map_op_fail", source: "agent", per: { flow: 0.12 }, rate: 2e-5, dispersion: 1, parts: [] },
  { signal: "regen_fail", source: "agent", per: { node: 40 }, rate: 2e-3, dispersion: 1, parts: [] },
  { signal: "agent_errors", source: "agent", per: { node: 1 }, rate: 0.06, dispersion: 1, parts: [] },
];

export const LEVELS: readonly LevelShape[] = [
  {
    signal: "bpf_map_pressure",
    source: "agent",
    level: 0.31,
    most: 1,
    scatter: 0.04,
    parts: [
      { label: "map_name", value: "ct4_global", of: 1 },
      { label: "map_name", value: "snat_v4_external", of: 0.6 },
    ],
  },
  {
    signal: "nat_saturation",
    source: "agent",
    level: 0.12,
    most: 1,
    scatter: 0.08,
    parts: [{ label: "family", value: "ipv4", of: 1 }],
  },
  { signal: "controllers_failing", source: "agent", level: 0, scatter: 0, parts: [] },
  { signal: "unreachable_nodes", source: "agent", level: 0, scatter: 0, parts: [] },
  { signal: "agent_rss", source: "agent", level: 3.6e8, scatter: 0.03, parts: [], byNode: true },
];
