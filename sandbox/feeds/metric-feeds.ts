import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { BASELINE, CANDIDATE } from "@/sandbox/fleet/releases";
import { windowsOfHour } from "@/sandbox/metrics/hour";
import { DAY_MS, HOUR_MS, type Lane, MINUTE_MS, type Slot, slotName } from "@/sandbox/schedule";
import { findStory } from "@/sandbox/stories/find-story";
import type { Feed, Upload } from "./feed";

const USUAL_WEEKS = 4;
/** An hour is pushed so long after its end. */
const DELAY_MS = 2 * MINUTE_MS;

/** The whole UTC day, three days back, from which on a cluster has run the candidate, unless it has said otherwise. */
export function usualUpgrade(now: number): number {
  return Math.floor(now / DAY_MS) * DAY_MS - 3 * DAY_MS;
}

interface MetricsOf {
  cluster: DemoCluster;
  /** Since when the cluster runs the candidate; a whole UTC day. */
  upgradedAt: number;
}

function windowsOf({ cluster, upgradedAt }: MetricsOf, from: number, until: number) {
  const story = findStory(cluster.story);
  const hours = Array.from({ length: Math.round((until - from) / HOUR_MS) }, (_, nth) => from + nth * HOUR_MS);
  return hours.flatMap((at) => {
    const hour = new Date(at);
    const since = (at - upgradedAt) / HOUR_MS;
    const trouble = since < 0 ? null : story.metrics?.({ cluster, hour, since });
    return windowsOfHour(cluster, hour, trouble ?? {});
  });
}

/** What was measured in the time that ends with the slot. */
function uploadOf(of: MetricsOf, kind: "day" | "hour", slot: Slot): Upload {
  const from = slot.at - (kind === "day" ? DAY_MS : HOUR_MS);
  const runsCandidate = of.cluster.installedRelease === CANDIDATE && from >= of.upgradedAt;
  const release = runsCandidate ? CANDIDATE : BASELINE;
  const body = { cluster: of.cluster.name, release, windows: windowsOf(of, from, slot.at) };
  return {
    path: "/api/v1/metric-windows",
    query: {},
    document: { contentType: "application/json", body: JSON.stringify(body) },
    gzip: true,
    idempotencyKey: ["sandbox", of.cluster.name, "metric-windows", kind, release, slotName(slot)].join("/"),
  };
}

/** The metrics of a cluster, pushed as finished hours: days of history, then hour by hour. */
export function metricFeeds(cluster: DemoCluster, upgradedAt: number, now: number): Feed[] {
  const story = findStory(cluster.story);
  if (story.silent) return [];
  const runsCandidate = cluster.installedRelease === CANDIDATE;
  const since = runsCandidate ? Math.floor(now / DAY_MS) - Math.floor(upgradedAt / DAY_MS) : 0;
  const days: Lane = {
    periodMs: DAY_MS,
    phaseMs: 0,
    keep: (story.baselineWeeks ?? USUAL_WEEKS) * 7 + since,
    delayMs: DELAY_MS,
  };
  const hours: Lane = { periodMs: HOUR_MS, phaseMs: 0, keep: 24, delayMs: DELAY_MS };
  const feed = (kind: "day" | "hour", lane: Lane): Feed => ({
    cluster: cluster.name,
    lane,
    precedence: kind === "hour" ? 3 : 4,
    compose: (slot) => uploadOf({ cluster, upgradedAt }, kind, slot),
  });
  return [feed("day", days), feed("hour", hours)];
}
