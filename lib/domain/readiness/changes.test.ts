import { expect, it } from "vitest";
import { aFinding, aNodeGroup, readyFacts } from "@/lib/testing/cluster-facts";
import { NOW } from "@/lib/testing/gate-facts";
import { judgementChanges } from "./changes";
import { judgeCluster } from "./judge-cluster";

const ready = judgeCluster(readyFacts(), NOW);
const unproven = judgeCluster(readyFacts({ nodes: [] }), NOW);
const blocked = judgeCluster(
  readyFacts({ nodes: [aNodeGroup({ count: 14, verdict: "incompatible", findings: [aFinding()] })] }),
  NOW,
);

it("is nothing between equals", () => {
  expect(judgementChanges(ready, ready)).toEqual([]);
});

it("tells of a first judgement the cluster's verdict only", () => {
  expect(judgementChanges(null, unproven)).toEqual([
    { area: null, from: null, to: "unproven", summary: "is unproven: no node has reported" },
  ]);
});

it("tells the cluster's change and each area's", () => {
  expect(judgementChanges(ready, blocked)).toEqual([
    { area: null, from: "ready", to: "blocked", summary: "is blocked: 14 nodes lack kernel BTF" },
    { area: "kernel", from: "ready", to: "blocked", summary: "kernel is blocked: 14 nodes lack kernel BTF" },
  ]);
  expect(judgementChanges(blocked, ready).map(({ summary }) => summary)).toEqual(["is ready", "kernel is ready"]);
});

it("tells an area's change that leaves the cluster's verdict as it is", () => {
  const worse = readyFacts({ nodes: [] });
  const alsoInstall = {
    ...worse,
    gates: worse.gates.map((entry) => (entry.gate.area === "install" ? { ...entry, history: { runs: [] } } : entry)),
  };
  expect(judgementChanges(unproven, judgeCluster(alsoInstall, NOW))).toEqual([
    { area: "install", from: "ready", to: "unproven", summary: "install is unproven: Gate of install has not run" },
  ]);
});
