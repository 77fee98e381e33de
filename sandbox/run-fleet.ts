import { WaggleClient } from "./client";
import { type Evidence, gateFeeds } from "./feeds/gate-feeds";
import { metricFeeds } from "./feeds/metric-feeds";
import { nodeFeeds } from "./feeds/node-feeds";
import { scrapeFeeds } from "./feeds/scrape-feeds";
import type { DemoCluster } from "./fleet/cluster";
import { readGates, readUpgrades, registerClusters, registerReleases } from "./register-fleet";
import { Reporter } from "./reporter";
import type { Settings } from "./settings";

export interface FleetRun {
  settings: Settings;
  clusters: readonly DemoCluster[];
  signal: AbortSignal;
  say: (line: string) => void;
  /** Go on reporting after the history is in; else done with it. */
  isLive: boolean;
  evidence?: Evidence;
  /** For tests: the pause before a call is tried again, and the clock by which the history is made. */
  firstPauseMs?: number;
  now?: () => number;
}

/**
 * Registers a fleet with Waggle and reports for it through the public API. A second start sends the same documents under
 * the same keys, so nothing is doubled. With `isLive` it ends only by the signal.
 * @throws RefusedError when the token is not accepted
 */
export async function runFleet(run: FleetRun): Promise<void> {
  const { settings, clusters, signal, say, isLive, evidence = "full", firstPauseMs, now = Date.now } = run;
  const pause = firstPauseMs === undefined ? {} : { firstPauseMs };
  const client = new WaggleClient({ ...settings, signal, onTrouble: say, ...pause });
  await client.get("/readyz");
  await registerReleases(client);
  const inFleet = await registerClusters(client, clusters);
  say(`${inFleet.length} clusters are registered.`);
  const gates = await readGates(client);
  const startedAt = now();
  const upgrades = evidence === "full" ? await readUpgrades(client, inFleet, startedAt) : new Map<string, number>();
  const feeds = inFleet.flatMap((cluster) => {
    const upgradedAt = upgrades.get(cluster.name);
    const metrics =
      upgradedAt === undefined
        ? []
        : [...metricFeeds(cluster, upgradedAt, startedAt), ...scrapeFeeds(cluster, upgradedAt)];
    return [...nodeFeeds(cluster), ...gateFeeds(cluster, gates, evidence), ...metrics];
  });
  const reporter = new Reporter({ client, signal, say });
  const begun = performance.now();
  const { sent, known, refused } = await reporter.sendHistory(feeds, startedAt);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  say(`History is in after ${seconds} s: ${sent} documents sent, ${known} known already, ${refused} refused.`);
  if (isLive) await reporter.keepReporting(feeds, startedAt);
}
