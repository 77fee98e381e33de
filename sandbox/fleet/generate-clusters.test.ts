import { describe, expect, it } from "vitest";
import { findStory } from "@/sandbox/stories/find-story";
import { generateClusters } from "./generate-clusters";
import { nodesOf } from "./nodes";

describe("generateClusters", () => {
  const clusters = generateClusters(500);
  const share = (holds: (cluster: (typeof clusters)[number]) => boolean) => clusters.filter(holds).length / 500;

  it("spreads over three tiers and ten regions, under names of their own", () => {
    expect(new Set(clusters.map(({ name }) => name)).size).toBe(500);
    expect(new Set(clusters.map(({ region }) => region)).size).toBe(10);
    expect(share(({ tier }) => tier === "gating")).toBe(0.02);
    expect(share(({ tier }) => tier === "canary")).toBe(0.06);
  });

  it("is mostly green, and the rest tells different stories", () => {
    expect(share(({ story }) => story === "all-green")).toBeGreaterThan(0.7);
    expect(new Set(clusters.map(({ story }) => findStory(story).verdict)).size).toBe(4);
  });

  it("is the same at every call, and has no node twice in a cluster", () => {
    expect(generateClusters(500)).toEqual(clusters);
    for (const cluster of clusters) {
      const names = nodesOf(cluster).map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});
