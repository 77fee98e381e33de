/**
 * A fleet as large as asked for, to look at the screens of hundreds of clusters and to measure:
 *
 *   WAGGLE_URL=http://127.0.0.1:3000 WAGGLE_SANDBOX_TOKEN=… tsx sandbox/large-fleet.ts --clusters 500
 *
 * It registers the clusters over three tiers and ten regions (2 % gating, 6 % canary, the rest production), sends the
 * fewest runs that every required gate needs and one report of each of 3 to 12 nodes (15 with trouble), and ends. About
 * a fifth of the clusters is not ready, for various reasons. 500 clusters are some 5,500 documents. A second start sends
 * nothing new.
 */
import { parseArgs } from "node:util";
import { runAsCommand } from "./command";
import { generateClusters } from "./fleet/generate-clusters";

const MOST_CLUSTERS = 5_000;

const { values } = parseArgs({ options: { clusters: { type: "string", default: "500" } } });
const total = Number(values.clusters);
if (!Number.isInteger(total) || total < 1 || total > MOST_CLUSTERS) {
  console.error(`--clusters must be a whole number from 1 to ${MOST_CLUSTERS}.`);
  process.exit(1);
}

await runAsCommand({ clusters: generateClusters(total), isLive: false, evidence: "least" });
