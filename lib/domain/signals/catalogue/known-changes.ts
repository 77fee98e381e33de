import semver from "semver";
import type { KnownChange } from "../known-change";
import { RING_BUFFER_FALSE_POSITIVE } from "../ring-buffer-loss";
import { CHANGES_1_19 } from "./known-changes-1-19";
import { CHANGES_1_20 } from "./known-changes-1-20";

const cilium = (number: number) => `https://github.com/cilium/cilium/issues/${number}`;

const BEFORE_1_19: readonly KnownChange[] = [
  {
    id: "k8s-client-url-path",
    from: "1.12.0",
    until: null,
    metrics: ["cilium_k8s_client_api_latency_time_seconds*", "cilium_event_ts"],
    labels: ["path", "scope"],
    effect: "growth",
    summary: "The latency of Kubernetes calls carries the path of the address: many more series.",
    reference: cilium(20810),
  },
  {
    id: "envoy-metrics-service",
    from: "1.16.0-0",
    until: null,
    metrics: ["envoy_*"],
    labels: [],
    effect: "gone",
    summary: "The service that Envoy's metrics were scraped through was removed: they vanish unless scraped otherwise.",
    reference: cilium(34425),
  },
  {
    id: "node-connectivity-renamed",
    from: "1.17.0-0",
    until: null,
    metrics: ["cilium_node_connectivity_*", "cilium_node_health_connectivity_*"],
    labels: [],
    effect: "rename",
    summary: "node_connectivity_* is called node_health_connectivity_*.",
    reference: "Documentation/operations/upgrade.rst @ cilium v1.17.0",
  },
];

/**
 * Two vocabularies that are no change but never were one: the agent writes `reason="Policy denied"`, Hubble
 * `reason="POLICY_DENIED"`; deny rules are `Policy denied by denylist` and `POLICY_DENY`. catalogue/drop-reasons.ts
 * has them all.
 */
export const KNOWN_CHANGES: readonly KnownChange[] = [
  ...BEFORE_1_19,
  ...CHANGES_1_19,
  {
    id: "ring-buffer-false-positive",
    from: RING_BUFFER_FALSE_POSITIVE.from,
    until: RING_BUFFER_FALSE_POSITIVE.until,
    metrics: ["hubble_lost_events_total"],
    labels: ["source"],
    effect: "false-rise",
    summary:
      "The ring buffer counts 12 lost events a minute for each agent that were not lost; Waggle subtracts 0.2 a second and agent.",
    reference: RING_BUFFER_FALSE_POSITIVE.reference,
  },
  ...CHANGES_1_20,
];

/** The changes that only one of two releases has and that touch one of the metrics, oldest first. */
export function knownChangesBetween(baseline: string, candidate: string, metrics: readonly string[]): KnownChange[] {
  return KNOWN_CHANGES.filter(
    (change) => isIn(change, baseline) !== isIn(change, candidate) && metrics.some((metric) => touches(change, metric)),
  );
}

function isIn({ from, until }: KnownChange, version: string): boolean {
  return semver.gte(version, from) && (until === null || semver.lt(version, until));
}

/** A metric of the catalogue may itself be a list, as `hubble_.+|cilium_.+`: that is about how many there are, not of what. */
function touches(change: KnownChange, metric: string): boolean {
  return change.metrics.some((pattern) => {
    const parts = pattern.split("*").map((part) => part.replace(/[^a-zA-Z0-9_:]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`).test(metric);
  });
}
