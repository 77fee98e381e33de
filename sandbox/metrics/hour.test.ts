import { describe, expect, it } from "vitest";
import { MetricWindow } from "@/lib/domain/signals/metric-windows";
import { metricFeeds, usualUpgrade } from "@/sandbox/feeds/metric-feeds";
import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { DAY_MS, HOUR_MS, historySlots } from "@/sandbox/schedule";
import { windowsOfHour } from "./hour";

const NOW = Date.parse("2026-11-22T18:03:11Z");
const upgradedAt = usualUpgrade(NOW);

function clusterOf(story: string): DemoCluster {
  const found = CLUSTERS.find((cluster) => cluster.story === story);
  if (found === undefined) throw new Error(`no cluster tells ${story}`);
  return found;
}

interface Body {
  release: string;
  windows: { signal: string; start: string; x: number; exposure: number | null }[];
}

/** All documents of a cluster, days and hours, oldest first. */
function documentsOf(cluster: DemoCluster): Body[] {
  return metricFeeds(cluster, upgradedAt, NOW).flatMap(({ lane, compose }) =>
    historySlots(lane, NOW)
      .reverse()
      .map((slot) => JSON.parse(compose(slot).document.body)),
  );
}

function ratio(bodies: readonly Body[], release: string, signal: string): number {
  const windows = bodies.filter((body) => body.release === release).flatMap((body) => body.windows);
  const of = windows.filter((window) => window.signal === signal);
  const sum = (part: (window: Body["windows"][number]) => number) => of.reduce((all, one) => all + part(one), 0);
  return sum(({ x }) => x) / sum(({ exposure }) => exposure ?? 0);
}

function change(story: string, signal: string): number {
  const bodies = documentsOf(clusterOf(story));
  return ratio(bodies, "1.20.0-pre.3", signal) / ratio(bodies, "1.19.6", signal);
}

describe("the metrics of the fleet", () => {
  it("are windows as the API takes them, whole hours, the same on every start", () => {
    const cluster = clusterOf("all-green");
    const at = new Date("2026-11-20T09:00:00Z");
    const windows = windowsOfHour(cluster, at, {});
    expect(windows.length).toBeGreaterThan(14);
    for (const window of windows) expect(MetricWindow.safeParse(window).error).toBeUndefined();
    expect(windowsOfHour(cluster, at, {})).toEqual(windows);
  });

  it("change sides at the upgrade: no hour is told of both releases", () => {
    const hours = new Map<string, Set<string>>();
    for (const { release, windows } of documentsOf(clusterOf("all-green"))) {
      for (const { start } of windows) hours.set(start, (hours.get(start) ?? new Set()).add(release));
    }
    expect([...hours.values()].filter((releases) => releases.size > 1)).toEqual([]);
    const since = [...hours].filter(([, releases]) => releases.has("1.20.0-pre.3")).map(([start]) => Date.parse(start));
    expect(Math.min(...since)).toBe(upgradedAt);
    expect((NOW - Math.min(...since)) / DAY_MS).toBeGreaterThan(3);
  });

  it("tell what the stories say", () => {
    expect(change("all-green", "dns_error")).toBeCloseTo(1, 1);
    expect(change("flaky-suite", "dns_error")).toBeGreaterThan(4.5);
    expect(change("policy-tightening", "policy_denied")).toBeGreaterThan(1.8);
    expect(change("policy-tightening", "http_5xx")).toBeCloseTo(1, 1);
    expect(change("traffic-surge", "drop_per_flow")).toBeCloseTo(1, 1);
  });

  it("go dark: Hubble's signals end, the agent's go on", () => {
    const bodies = documentsOf(clusterOf("soak-in-progress"));
    const newest = (signal: string) =>
      Math.max(
        ...bodies
          .flatMap((body) => body.windows)
          .filter((one) => one.signal === signal)
          .map((one) => Date.parse(one.start)),
      );
    expect((newest("bpf_map_pressure") - newest("drop_per_flow")) / HOUR_MS).toBeGreaterThan(3);
  });
});
