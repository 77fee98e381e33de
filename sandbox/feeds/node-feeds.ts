import { drawInteger } from "@/sandbox/draw";
import type { DemoCluster, DemoNode } from "@/sandbox/fleet/cluster";
import { nodesOf } from "@/sandbox/fleet/nodes";
import { HOUR_MS, type Lane, MINUTE_MS, type Slot, slotName } from "@/sandbox/schedule";
import { LATE } from "@/sandbox/stories/stale-evidence";
import { nodeReport, nodeReportJson, nodeReportsNdjson } from "@/sandbox/wire/node-report";
import type { Feed, Upload } from "./feed";

const BATCH_MS = 3 * HOUR_MS;
const SINGLE_MS = 90 * MINUTE_MS;
/** A DaemonSet collects on all nodes within a few minutes before the batch is sent. */
const SPREAD_MS = 4 * MINUTE_MS;

function uploadOf(cluster: string, kind: string, slot: Slot, content: Pick<Upload, "document" | "gzip">): Upload {
  const idempotencyKey = ["sandbox", cluster, kind, slotName(slot)].join("/");
  return { path: "/api/v1/node-reports", query: {}, ...content, idempotencyKey };
}

function reportAt(cluster: string, node: DemoNode, slot: Slot): Record<string, unknown> {
  return nodeReport(cluster, node, new Date(slot.at - drawInteger(SPREAD_MS, cluster, node.name, slot.index)));
}

function batchFeed(cluster: string, kind: string, nodes: readonly DemoNode[], lane: Lane): Feed {
  return {
    cluster,
    lane,
    precedence: 0,
    compose: (slot) => {
      const document = nodeReportsNdjson(nodes.map((node) => reportAt(cluster, node, slot)));
      // Every other batch goes compressed: both ways are in use.
      return uploadOf(cluster, kind, slot, { document, gzip: slot.index % 2 === 0 });
    },
  };
}

/** One node in turn, as it reports by itself after a reboot. */
function singleFeed(cluster: string, nodes: readonly DemoNode[]): Feed[] {
  const lane = { periodMs: SINGLE_MS, phaseMs: drawInteger(SINGLE_MS, cluster, "node"), keep: 0, delayMs: 0 };
  const compose = (slot: Slot) => {
    const node = nodes[slot.index % nodes.length] ?? nodes[0];
    if (node === undefined) throw new Error(`${cluster} has no nodes.`);
    return uploadOf(cluster, "node-report", slot, {
      document: nodeReportJson(reportAt(cluster, node, slot)),
      gzip: false,
    });
  };
  return nodes.length === 0 ? [] : [{ cluster, lane, precedence: 0, compose }];
}

/** What the nodes of a cluster report: all of them in batches, those that are late long after, and one alone in between. */
export function nodeFeeds(cluster: DemoCluster): Feed[] {
  const { name } = cluster;
  const prompt = nodesOf(cluster).filter((node) => !node.late);
  const late = nodesOf(cluster).filter((node) => node.late);
  const lane: Lane = { periodMs: BATCH_MS, phaseMs: drawInteger(BATCH_MS, name, "nodes"), keep: 1, delayMs: 0 };
  return [
    ...(prompt.length > 0 ? [batchFeed(name, "node-reports", prompt, lane)] : []),
    ...(late.length > 0 ? [batchFeed(name, "late-node-reports", late, { ...lane, ...LATE })] : []),
    ...singleFeed(name, prompt),
  ];
}
