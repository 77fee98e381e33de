import { WaggleClient } from "./client";
import { gateFeeds } from "./feeds/gate-feeds";
import { nodeFeeds } from "./feeds/node-feeds";
import type { DemoCluster } from "./fleet/cluster";
import { readGates, registerClusters, registerReleases } from "./register-fleet";
import { Reporter } from "./reporter";
import type { Settings } from "./settings";

export interface FleetRun {
  settings: Settings;
  clusters: readonly DemoCluster[];
  signal: AbortSignal;
  say: (line: string) => void;
  /** Go on reporting after the history is in; else done with it. */
  isLive: boolean;
  firstPauseMs?: number;
}

/**
 * Registers a fleet with Waggle and reports for it through the public API. A second start sends the same documents under
 * the same keys, so nothing is doubled. With `isLive` it ends only by the signal.
 * @throws RefusedError when the token is not accepted
 */
export async function runFleet({ settings, clusters, signal, say, isLive, firstPauseMs }: FleetRun): Promise<void> {
  const pause = firstPauseMs === undefined ? {} : { firstPauseMs };
  const client = new WaggleClient({ ...settings, signal, onTrouble: say, ...pause });
  await client.get("/readyz");
  await registerReleases(client);
  const inFleet = await registerClusters(client, clusters);
  say(`${inFleet.length} clusters are registered.`);
  const gates = await readGates(client);
  const feeds = inFleet.flatMap((cluster) => [...nodeFeeds(cluster), ...gateFeeds(cluster, gates)]);
  const reporter = new Reporter({ client, signal, say });
  const startedAt = Date.now();
  const { sent, known, refused } = await reporter.sendHistory(feeds, startedAt);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  say(`History is in after ${seconds} s: ${sent} documents sent, ${known} known already, ${refused} refused.`);
  if (isLive) await reporter.keepReporting(feeds, startedAt);
}
