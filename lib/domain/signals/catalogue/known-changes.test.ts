import { describe, expect, it } from "vitest";
import { signalMetrics } from "../signal-metrics";
import { signalById } from "./catalogue";
import { KNOWN_CHANGES, knownChangesBetween } from "./known-changes";

const touching = (baseline: string, candidate: string, signal: string) => {
  const known = signalById(signal);
  if (known === undefined) throw new Error("missing");
  return knownChangesBetween(baseline, candidate, signalMetrics(known)).map((change) => change.id);
};

describe("known changes", () => {
  it("have an id of their own and a place where they are written down", () => {
    expect(new Set(KNOWN_CHANGES.map((change) => change.id)).size).toBe(KNOWN_CHANGES.length);
    expect(KNOWN_CHANGES.filter((change) => change.reference === "" || !change.summary.endsWith("."))).toEqual([]);
  });

  it("name the tightenings of 1.20 for what is denied, and only across them", () => {
    expect(touching("1.19.6", "1.20.0-pre.3", "policy_denied")).toEqual(
      expect.arrayContaining(["l7lb-ingress-policy", "source-ranges-external-ips"]),
    );
    expect(touching("1.19.6", "1.20.0-pre.0", "policy_denied")).toEqual([]);
    expect(touching("1.20.0-pre.1", "1.20.0-pre.2", "policy_denied")).toEqual([]);
  });

  it("know the shape of histograms from pre.4 on", () => {
    expect(touching("1.19.6", "1.20.0-pre.4", "http_p99_bucket")).toContain("native-histograms");
    expect(touching("1.19.6", "1.20.0-pre.3", "http_p99_bucket")).not.toContain("native-histograms");
  });

  it("know that the ring buffer's false loss began with 1.19.4 and ended with 1.20.0", () => {
    expect(touching("1.19.3", "1.19.4", "lost_ring")).toEqual(["ring-buffer-false-positive"]);
    expect(touching("1.19.6", "1.20.0", "lost_ring")).toContain("ring-buffer-false-positive");
    expect(touching("1.19.6", "1.20.0-pre.3", "lost_ring")).not.toContain("ring-buffer-false-positive");
  });

  it("know a rise that only 1.19's counting makes", () => {
    expect(touching("1.18.9", "1.19.0", "agent_errors")).toContain("errors-without-subsystem");
    expect(touching("1.18.9", "1.19.0-rc.0", "agent_errors")).toContain("errors-without-subsystem");
  });

  it("know that policy maps were never under pressure before pre.3", () => {
    expect(touching("1.19.6", "1.20.0-pre.3", "bpf_map_pressure")).toEqual(["policy-map-pressure"]);
  });
});
