import { describe, expect, it } from "vitest";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { HOUR_MS, MINUTE_MS } from "@/sandbox/schedule";
import { usualUpgrade } from "./metric-feeds";
import { scrapeAt, scrapeFeeds } from "./scrape-feeds";

const AT = Date.parse("2026-11-22T18:00:00Z");
const cluster = CLUSTERS.find(({ name }) => name === "gate-kind-dual");
if (cluster === undefined) throw new Error("the scraped cluster is gone");
const upgradedAt = usualUpgrade(AT);

/** Series and values of a text without timestamps. */
function read(text: string): Map<string, number> {
  const lines = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(" ")), Number(line.slice(line.lastIndexOf(" ") + 1))]),
  );
}

describe("what the endpoints of a cluster show", () => {
  it.each(["hubble", "agent"] as const)(
    "%s: counters only grow within a day, and begin again at midnight",
    (endpoint) => {
      const before = read(scrapeAt(cluster, endpoint, AT, upgradedAt));
      const after = read(scrapeAt(cluster, endpoint, AT + 5 * MINUTE_MS, upgradedAt));
      const counters = [...before].filter(([name]) => /_(total|count_total)\b/.test(name));
      expect(counters.length).toBeGreaterThan(6);
      for (const [name, value] of counters) expect(after.get(name)).toBeGreaterThanOrEqual(value);
      const nextDay = read(scrapeAt(cluster, endpoint, AT + 7 * HOUR_MS, upgradedAt));
      const [busiest] = counters.sort(([, a], [, b]) => b - a);
      expect(nextDay.get(busiest?.[0] ?? "")).toBeLessThan(busiest?.[1] ?? 0);
    },
  );

  it("says in every line what is counted, and the version of the agent", () => {
    const agent = scrapeAt(cluster, "agent", AT, upgradedAt);
    expect(agent).toContain('cilium_version{version="1.20.0-pre.3",revision="",arch="amd64"} 1');
    expect(agent).toContain("# TYPE cilium_drop_count_total counter");
    expect(scrapeAt(cluster, "hubble", AT, upgradedAt)).toMatch(
      /hubble_dns_responses_total\{.*rcode="Server Failure"\} \d+\n/,
    );
  });

  it("is sent for one cluster only, from now on", () => {
    const feeds = CLUSTERS.flatMap((one) => scrapeFeeds(one, upgradedAt));
    expect(feeds.map(({ cluster: name }) => name)).toEqual(["gate-kind-dual", "gate-kind-dual"]);
    expect(feeds.every(({ lane }) => lane.keep === 0)).toBe(true);
  });
});
