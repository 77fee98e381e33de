import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { nodesOf } from "@/sandbox/fleet/nodes";
import { CANDIDATE } from "@/sandbox/fleet/releases";
import { countersAt, countingSince, levelsAt } from "@/sandbox/metrics/counters";
import { MINUTE_MS, type Slot, slotName } from "@/sandbox/schedule";
import { findStory } from "@/sandbox/stories/find-story";
import type { MetricTrouble } from "@/sandbox/stories/story";
import { agentFamilies } from "@/sandbox/wire/agent-metrics";
import { exposition, type Family } from "@/sandbox/wire/exposition";
import { hubbleFamilies } from "@/sandbox/wire/hubble-metrics";
import type { Feed, Upload } from "./feed";

const PERIOD_MS = 5 * MINUTE_MS;

/** The one cluster whose metrics are also sent as they stand on the endpoints of its first node, as `curl` would. */
const SCRAPED = "gate-kind-dual";

type Endpoint = "hubble" | "agent";

function familiesAt(
  cluster: DemoCluster,
  endpoint: Endpoint,
  at: number,
  troubleAt: (hour: Date) => MetricTrouble,
): Family[] {
  const counters = countersAt(cluster, at, troubleAt);
  if (endpoint === "hubble") return hubbleFamilies(counters);
  const startedAt = new Date(countingSince(at));
  return agentFamilies({ version: CANDIDATE, startedAt, counters, levels: levelsAt(cluster, at, troubleAt) });
}

/** What one scrape of an endpoint of a cluster reads at an instant. */
export function scrapeAt(cluster: DemoCluster, endpoint: Endpoint, at: number, upgradedAt: number): string {
  const story = findStory(cluster.story);
  const troubleAt = (hour: Date) => {
    const since = (hour.getTime() - upgradedAt) / 3_600_000;
    return since < 0 ? {} : (story.metrics?.({ cluster, hour, since }) ?? {});
  };
  return exposition(familiesAt(cluster, endpoint, at, troubleAt));
}

function uploadOf(cluster: DemoCluster, endpoint: Endpoint, slot: Slot, upgradedAt: number): Upload {
  const [node] = nodesOf(cluster);
  const at = new Date(slot.at).toISOString();
  return {
    path: "/api/v1/metrics",
    query: { cluster: cluster.name, release: CANDIDATE, at, instance: node?.name ?? cluster.name },
    document: {
      contentType: "text/plain; version=0.0.4",
      body: scrapeAt(cluster, endpoint, slot.at, upgradedAt),
    },
    gzip: true,
    idempotencyKey: ["sandbox", cluster.name, "metrics", endpoint, slotName(slot)].join("/"),
  };
}

/** Scrapes of the endpoints of one cluster, from now on. */
export function scrapeFeeds(cluster: DemoCluster, upgradedAt: number): Feed[] {
  if (cluster.name !== SCRAPED) return [];
  const endpoints: readonly Endpoint[] = ["hubble", "agent"];
  return endpoints.map((endpoint) => ({
    cluster: cluster.name,
    lane: { periodMs: PERIOD_MS, phaseMs: 0, keep: 0, delayMs: 0 },
    precedence: 4,
    compose: (slot) => uploadOf(cluster, endpoint, slot, upgradedAt),
  }));
}
