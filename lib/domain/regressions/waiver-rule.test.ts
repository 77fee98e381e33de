import { describe, expect, it } from "vitest";
import { approvalsNeeded, inScope, type WaiverFact, waivedLevelFor, waiverStateOf, worseThan } from "./waiver-rule";

const NOW = new Date("2026-06-20T12:00:00.000Z");
const LATER = new Date("2026-07-01T00:00:00.000Z");

function waiver(more: Partial<WaiverFact> = {}): WaiverFact {
  return {
    id: "w1",
    kind: "gate",
    subject: "dns",
    scope: { kind: "fleet" },
    level: {},
    expiresAt: LATER,
    revokedAt: null,
    authorId: "ann",
    approvals: [{ id: "bob" }],
    approvalsNeeded: 1,
    ...more,
  };
}

describe("whether a waiver holds", () => {
  it.each<[string, Partial<WaiverFact>, string]>([
    ["approved by another", {}, "active"],
    ["approved by nobody", { approvals: [] }, "proposed"],
    ["approved by its author", { approvals: [{ id: "ann" }] }, "proposed"],
    ["approved twice by one", { approvals: [{ id: "bob" }, { id: "bob" }], approvalsNeeded: 2 }, "proposed"],
    ["approved by two", { approvals: [{ id: "bob" }, { id: "eve" }], approvalsNeeded: 2 }, "active"],
    ["never without an approval", { approvals: [], approvalsNeeded: 0 }, "proposed"],
    ["over at its end", { expiresAt: NOW }, "expired"],
    ["taken back", { revokedAt: NOW }, "revoked"],
  ])("%s", (_what, more, state) => {
    expect(waiverStateOf(waiver(more), NOW)).toBe(state);
  });

  it("asks for a second person when the release before needed it too", () => {
    expect([approvalsNeeded(false), approvalsNeeded(true)]).toEqual([1, 2]);
  });
});

describe("where it holds", () => {
  const cluster = { name: "eu-prod-3", labels: { ring: "late", cloud: "azure" } };
  it.each([
    [{ kind: "fleet" as const }, true],
    [{ kind: "cluster" as const, cluster: "eu-prod-3" }, true],
    [{ kind: "cluster" as const, cluster: "eu-prod-4" }, false],
    [{ kind: "cohort" as const, labels: { cloud: "azure" } }, true],
    [{ kind: "cohort" as const, labels: { cloud: "azure", ring: "early" } }, false],
    [{ kind: "cohort" as const, labels: { zone: "1" } }, false],
  ])("%j", (scope, holds) => {
    expect(inScope(scope, cluster)).toBe(holds);
  });
});

describe("the level", () => {
  const level = { a: { x: 2, n: 10, ratio: null }, b: { x: 4, n: 10, ratio: null } };

  it("is the cluster's own, else that of all others together", () => {
    expect(waivedLevelFor({ level }, "a")).toEqual({ x: 2, n: 10, ratio: null });
    expect(waivedLevelFor({ level }, "c")).toEqual({ x: 6, n: 20, ratio: null });
    expect(waivedLevelFor({ level: {} }, "c")).toBeNull();
  });

  it.each([
    [4, 10, false],
    [7, 10, false],
    [9, 10, true],
    [6, 20, false],
    [0, 10, false],
  ])("of 4 in 10: %d of %d is worse: %s", (x, n, worse) => {
    expect(worseThan({ x: 4, n: 10, ratio: null }, { x, n, interval: null })).toBe(worse);
  });

  it("of a ratio is left behind by the whole interval, on the side where it was", () => {
    const at = (ratio: number, low: number, high: number) =>
      worseThan({ x: null, n: null, ratio }, { x: null, n: null, interval: { low, high } });
    expect([at(2, 1.9, 3), at(2, 2.1, 3), at(0.5, 0.4, 0.6), at(0.5, 0.3, 0.4)]).toEqual([false, true, false, true]);
  });

  it("accepts nothing where it says nothing", () => {
    expect(worseThan({ x: null, n: null, ratio: null }, { x: 1, n: 10, interval: null })).toBe(true);
    expect(worseThan({ x: 0, n: 0, ratio: null }, { x: 1, n: 10, interval: null })).toBe(true);
  });
});
