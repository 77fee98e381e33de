import { describe, expect, it } from "vitest";
import { allCommands, matchCommands } from "./commands";

const GROUPS = allCommands({
  release: "1.20.0-pre.3",
  releases: [{ version: "1.20.0-pre.3", channel: "pre" }],
  clusters: ["ap-eu-bridge", "eu-prod-1", "eu-prod-3", ...Array.from({ length: 20 }, (_, at) => `us-edge-${at}`)].map(
    (name) => ({ name, tier: name.includes("edge") ? "canary" : "production" }),
  ),
});

function found(query: string): string[] {
  return matchCommands(GROUPS, query).flatMap((group) => group.items.map((item) => item.label));
}

describe("matchCommands", () => {
  it("shows no cluster until something is typed", () => {
    const labels = matchCommands(GROUPS, "  ").map((group) => group.label);
    expect(labels).toEqual(["Pages", "Actions"]);
  });

  it("wants every word, in the label or beside it, and puts the closest first", () => {
    expect(found("eu")).toEqual(["eu-prod-1", "eu-prod-3", "ap-eu-bridge"]);
    expect(found("production 3")).toEqual(["eu-prod-3"]);
    expect(found("THEME: DARK")).toEqual(["Theme: dark"]);
    expect(found("nothing like it")).toEqual([]);
  });

  it("keeps a large fleet to eight", () => expect(found("us-edge")).toHaveLength(8));

  it("keeps the candidate in the address", () => {
    const [cluster] = matchCommands(GROUPS, "eu-prod-3")[0]?.items ?? [];
    expect(cluster?.act).toEqual({ kind: "go", href: "/clusters/eu-prod-3?release=1.20.0-pre.3" });
  });

  it("has one id for each command", () => {
    const ids = GROUPS.flatMap((group) => group.items.map((item) => item.id));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
