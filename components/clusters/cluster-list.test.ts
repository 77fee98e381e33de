import { expect, it } from "vitest";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { caseWords } from "./case-words";
import { clusterListSentence } from "./cluster-list-sentence";
import { countBy, filterClusterRows } from "./cluster-rows";
import { gateRunCommand } from "./evidence-commands";

function row(name: string, more: Partial<ClusterDto> = {}) {
  const cluster: ClusterDto = {
    name,
    tier: "production",
    labels: {},
    provider: null,
    region: null,
    kubernetesVersion: null,
    installedRelease: null,
    initialRelease: null,
    features: ["ipv4"],
    featuresDeclared: false,
    mesh: null,
    delivery: { kind: "record" },
    prometheus: null,
    telemetryBudget: null,
    observedAt: null,
    nodes: { total: 0, ready: 0 },
    createdAt: "2026-06-01T00:00:00.000Z",
    updatedAt: "2026-06-01T00:00:00.000Z",
    retiredAt: null,
    version: 1,
    ...more,
  };
  return { cluster, readiness: null };
}

const ROWS = [
  row("eu-1", { provider: "EKS", installedRelease: "1.19.6", nodes: { total: 1200, ready: 1190 } }),
  row("eu-2", { provider: "AKS", installedRelease: "1.19.6", labels: { team: "payments" } }),
  row("edge", { tier: "canary", installedRelease: "1.20.0-pre.3", nodes: { total: 1, ready: 1 } }),
];
const NONE = { q: "", tier: [], provider: [], verdict: [] } as const;
const left = (filters: object) => filterClusterRows(ROWS, { ...NONE, ...filters }).map(({ cluster }) => cluster.name);

it("says how many clusters there are and what they run", () => {
  expect(clusterListSentence(ROWS)).toBe("3 clusters, 1,201 nodes. 2 run 1.19.6, 1 runs 1.20.0-pre.3.");
  expect(clusterListSentence([row("a")])).toBe("1 cluster, 0 nodes.");
  expect(clusterListSentence([...ROWS, row("a")])).toMatch(/, 1 did not say what they run\.$/);
});

it("finds clusters by their words, and a verdict nobody gave matches no filter", () => {
  expect(left({})).toHaveLength(3);
  expect(left({ q: "eks 1.19" })).toEqual(["eu-1"]);
  expect(left({ q: "payments" })).toEqual(["eu-2"]);
  expect(left({ tier: ["canary"] })).toEqual(["edge"]);
  expect(left({ provider: ["AKS", "EKS"] })).toEqual(["eu-1", "eu-2"]);
  expect(left({ verdict: ["ready"] })).toEqual([]);
});

it("counts by value, without those that have none", () => {
  expect(countBy(ROWS, ({ cluster }) => cluster.provider)).toEqual([
    { value: "AKS", label: "AKS", detail: 1 },
    { value: "EKS", label: "EKS", detail: 1 },
  ]);
});

it("names cases that are not well first", () => {
  expect(caseWords({ passed: 1212, failed: 3, error: 0, skipped: 4, flaky: 1 })).toBe(
    "3 failed, 1 flaky, 1,212 passed, 4 skipped",
  );
  expect(caseWords({ passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 })).toBe("no case");
});

it("gives a command whose address survives a shell", () => {
  const command = gateRunCommand({ cluster: "eu-1", release: "1.20.0-dev+a", publicUrl: "https://waggle.example.org" });
  expect(command).toContain(
    "'https://waggle.example.org/api/v1/gate-runs?cluster=eu-1&release=1.20.0-dev%2Ba&gate=connectivity-suite'",
  );
});
