import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { CLUSTERS } from "@/sandbox/fleet/clusters";
import { nodesOf } from "@/sandbox/fleet/nodes";
import { HOUR_MS } from "@/sandbox/schedule";
import { arrivingTasks, historyTasks, nextTaskAt, type Task } from "./agenda";
import { gateFeeds } from "./gate-feeds";
import { nodeFeeds } from "./node-feeds";

const NOW = Date.parse("2026-11-22T18:03:11Z");

/** One cluster of every tier at least. */
const SOME = CLUSTERS.filter((_, index) => index % 4 === 0);

const feedsOfFleet = (clusters = CLUSTERS) =>
  clusters.flatMap((cluster) => [...nodeFeeds(cluster), ...gateFeeds(cluster, GATE_CATALOGUE)]);

/** Everything that goes over the wire, by key. */
function digests(tasks: readonly Task[]): Map<string, string> {
  return new Map(
    tasks.map(({ feed, slot }) => {
      const upload = feed.compose(slot);
      const content = JSON.stringify([upload.path, upload.query, upload.document, upload.gzip]);
      return [upload.idempotencyKey, createHash("sha256").update(content).digest("hex")];
    }),
  );
}

const history = (now: number) => digests(historyTasks(feedsOfFleet(SOME), now));

describe("the history", () => {
  it("is the same bytes under the same keys on every start", () => {
    expect(history(NOW)).toEqual(history(NOW));
  });

  it("keeps the bytes of every key, however much later the fleet starts again", () => {
    const before = history(NOW);
    for (const hours of [1, 5, 26]) {
      const shared = [...history(NOW + hours * HOUR_MS)].filter(([key]) => before.has(key));
      expect(shared.length).toBeGreaterThan(hours < 24 ? 50 : 2);
      for (const [key, digest] of shared) expect(digest).toBe(before.get(key));
    }
  });

  it("has a key for every document and no time ahead of now", () => {
    const tasks = historyTasks(feedsOfFleet(SOME), NOW);
    expect(history(NOW).size).toBe(tasks.length);
    const times = tasks.map(({ feed, slot }) => feed.compose(slot).query.ranAt ?? "").filter((text) => text !== "");
    expect(times.filter((text) => Date.parse(text) > NOW)).toEqual([]);
  });

  it("is some thousand documents of modest size", () => {
    const tasks = historyTasks(feedsOfFleet(), NOW);
    expect(tasks.length).toBeGreaterThan(300);
    expect(tasks.length).toBeLessThan(1_500);
    const sizes = tasks.map(({ feed, slot }) => feed.compose(slot).document.body.length);
    expect(Math.max(...sizes)).toBeLessThan(1024 * 1024);
  });

  it("begins with the nodes, goes on with the newest run of every gate and ends with the baseline", () => {
    const kinds = historyTasks(feedsOfFleet(), NOW).map(({ feed, slot }) => {
      const { query } = feed.compose(slot);
      return query.release ?? "nodes";
    });
    const inOrder = kinds.filter((kind, index) => kind !== kinds[index - 1]);
    expect(inOrder).toEqual(["nodes", "1.20.0-pre.3", "1.19.6"]);
  });
});

describe("what arrives", () => {
  it("is some thousand documents a day, one every 20 to 40 s", () => {
    const day = arrivingTasks(feedsOfFleet(), NOW, NOW + HOUR_MS).length * 24;
    expect(day).toBeGreaterThan(86_400 / 40);
    expect(day).toBeLessThan(86_400 / 20);
  });

  it("is announced to the millisecond", () => {
    const feeds = feedsOfFleet();
    const next = nextTaskAt(feeds, NOW);
    expect(arrivingTasks(feeds, NOW, next - 1)).toEqual([]);
    expect(arrivingTasks(feeds, NOW, next)).not.toEqual([]);
  });
});

it("no two nodes of a cluster share a name", () => {
  for (const cluster of CLUSTERS) {
    const names = nodesOf(cluster).map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});
