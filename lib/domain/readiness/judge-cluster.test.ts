import { describe, expect, it, test } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { aFinding, aGateInEachArea, aNodeGroup, readyFacts } from "@/lib/testing/cluster-facts";
import { aGate, aRun, hoursAgo, NOW, runs } from "@/lib/testing/gate-facts";
import type { ClusterFacts, NodeGroupFact } from "./cluster-facts";
import { judgeCluster } from "./judge-cluster";
import type { Reason } from "./reason";

const told = (reasons: readonly Reason[]) =>
  reasons.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);
const withNodes = (...nodes: NodeGroupFact[]) => judgeCluster(readyFacts({ nodes }), NOW);

function withGate(area: "install" | "dataplane", newestFirst: string): ClusterFacts {
  const facts = readyFacts();
  return {
    ...facts,
    gates: facts.gates.map((entry) =>
      entry.gate.area === area ? { ...entry, history: { runs: runs(newestFirst) } } : entry,
    ),
  };
}

describe("a cluster", () => {
  it("is ready when nothing is missing, and says nothing", () => {
    const judgement = judgeCluster(readyFacts(), NOW);
    expect(judgement.verdict).toBe("ready");
    expect(judgement.reasons).toEqual([]);
    expect(judgement.nodes).toEqual({ compatible: 6, incompatible: 0, unknown: 0 });
    expect(judgement.evidence).toEqual({ newestAt: hoursAgo(1), oldestAt: hoursAgo(5), count: 12 });
  });

  it("of which nothing is known is unproven in every area", () => {
    const nothing = { gates: GATE_CATALOGUE.map((gate) => ({ gate, history: { runs: [] } })), nodes: [] };
    const { verdict, areas, evidence, expiresAt } = judgeCluster(readyFacts(nothing), NOW);
    expect(verdict).toBe("unproven");
    expect(Object.values(areas).map((area) => area.verdict)).toEqual(Array(6).fill("unproven"));
    expect(evidence).toEqual({ newestAt: null, oldestAt: null, count: 0 });
    expect(expiresAt).toBeNull();
  });

  it("is as bad as its worst area", () => {
    expect(judgeCluster(withGate("install", "F"), NOW)).toMatchObject({
      verdict: "blocked",
      areas: { install: { verdict: "blocked", reasons: 1, holding: 1 }, dataplane: { verdict: "ready", reasons: 0 } },
    });
    expect(judgeCluster(withGate("install", ""), NOW).verdict).toBe("unproven");
    expect(judgeCluster(withGate("install", "EP"), NOW).verdict).toBe("review");
  });

  it("tells reasons by severity, then by age, then by area", () => {
    const facts = withGate("dataplane", "F");
    const stale = { gate: aGate({ id: "old", area: "mesh" }), history: { runs: [aRun("passed", 500)] } };
    const never = { gate: aGate({ id: "never", area: "install" }), history: { runs: [] } };
    const nodes = [aNodeGroup({ findings: [aFinding({ severity: "risk", requirement: "ci-kernel" })] })];
    const judgement = judgeCluster({ ...facts, gates: [never, stale, ...facts.gates], nodes }, NOW);
    expect(told(judgement.reasons)).toEqual([
      "blocks gate-failing dataplane-gate",
      "missing gate-stale old",
      "missing gate-not-run never",
      "risk node-risk ci-kernel",
    ]);
  });

  it("takes regressions as they come, and counts them", () => {
    const regression: Reason = {
      area: "dataplane",
      code: "regression",
      severity: "blocks",
      subject: "packet-drops",
      summary: "Packet drops are 13.5 times the baseline",
      evidence: [],
    };
    const expiresAt = hoursAgo(-2);
    const regressions = { reasons: [regression], open: 1, expiresAt, inputs: [] };
    expect(judgeCluster(readyFacts({ regressions }), NOW)).toMatchObject({
      verdict: "blocked",
      openRegressions: 1,
      expiresAt,
      areas: { dataplane: { verdict: "blocked" } },
    });
  });

  it("is ready where nothing is required, and says so", () => {
    const facts = readyFacts({
      gates: aGateInEachArea({ requiredFor: ["gating"] }).map((gate) => ({ gate, history: { runs: [] } })),
    });
    const judgement = judgeCluster(facts, NOW);
    expect(judgement.verdict).toBe("ready");
    expect(judgement.reasons.map(({ summary }) => summary)).toEqual([
      "No install gate is required of production clusters",
      "No dataplane gate is required of production clusters",
      "No telemetry gate is required of production clusters",
      "No policy gate is required of production clusters",
      "No mesh gate is required of production clusters",
    ]);
    expect(judgeCluster({ ...facts, nodes: [] }, NOW).verdict).toBe("unproven");
  });

  it("expires with the first piece of its evidence", () => {
    const nodes = [aNodeGroup({ oldestCollectedAt: hoursAgo(160) })];
    expect(judgeCluster(readyFacts({ nodes }), NOW).expiresAt).toEqual(hoursAgo(160 - 168));
    expect(judgeCluster(readyFacts(), NOW).expiresAt).toEqual(hoursAgo(5 - 168));
  });
});

describe("nodes", () => {
  it("must report", () => {
    const { reasons, areas } = withNodes();
    expect(told(reasons)).toEqual(["missing node-reports-missing node-reports-missing"]);
    expect(reasons[0]?.summary).toBe("No node has reported");
    expect(areas.kernel.verdict).toBe("unproven");
  });

  test.each([
    [[], 96, "None of 96 nodes has reported"],
    [[aNodeGroup({ count: 95 })], 96, "1 of 96 nodes has not reported"],
    [[aNodeGroup({ count: 61 })], 96, "35 of 96 nodes have not reported"],
  ])("that are known to be there must all report: %#", (nodes, expectedNodes, sentence) => {
    const judgement = judgeCluster(readyFacts({ nodes, expectedNodes }), NOW);
    expect(judgement.verdict).toBe("unproven");
    expect(judgement.reasons[0]?.summary).toBe(sentence);
    const { compatible, incompatible, unknown } = judgement.nodes;
    expect(compatible + incompatible + unknown).toBe(96);
  });

  it("may be more than were known of", () => {
    expect(judgeCluster(readyFacts({ expectedNodes: 2 }), NOW).verdict).toBe("ready");
  });

  it("that reported too long ago are unknown", () => {
    const old = { oldestCollectedAt: hoursAgo(216), newestCollectedAt: hoursAgo(2) };
    const judgement = withNodes(aNodeGroup({ count: 96, staleCount: 35, ...old }));
    expect(judgement.reasons[0]).toMatchObject({
      code: "node-reports-stale",
      summary: "35 of 96 nodes reported more than 7 d ago",
      title: "Node reports older than 7 d",
      since: hoursAgo(48).toISOString(),
    });
    expect(judgement.nodes).toEqual({ compatible: 61, incompatible: 0, unknown: 35 });
  });

  it("that were fresh when loaded grow stale", () => {
    const facts = readyFacts({ nodes: [aNodeGroup({ count: 2 })] });
    const later = new Date(hoursAgo(5 - 168).getTime());
    expect(judgeCluster(facts, new Date(later.getTime() - 1)).areas.kernel.verdict).toBe("ready");
    expect(told(judgeCluster(facts, later).reasons)).toContain("missing node-reports-stale node-reports-stale");
  });

  it("that are incompatible block, one reason for each requirement over all of them", () => {
    const ipv6 = aFinding({ requirement: "kernel-ipv6", title: "Kernel below 5.12 with IPv6", detail: "5.10.0 is." });
    const { verdict, reasons, nodes } = withNodes(
      aNodeGroup({
        profileId: "a",
        count: 4,
        verdict: "incompatible",
        findings: [aFinding(), ipv6],
        exampleNodes: ["a-1"],
      }),
      aNodeGroup({
        profileId: "b",
        count: 10,
        verdict: "incompatible",
        findings: [aFinding()],
        exampleNodes: ["b-1", "b-2"],
      }),
      aNodeGroup({ profileId: "c", count: 80 }),
    );
    expect(verdict).toBe("blocked");
    expect(reasons.map(({ code, summary }) => `${code}: ${summary}`)).toEqual([
      "node-incompatible: 14 nodes lack kernel BTF",
      "node-incompatible: Kernel below 5.12 with IPv6 on 4 nodes",
    ]);
    expect(reasons[0]).toMatchObject({
      title: "No kernel BTF",
      detail: "/sys/kernel/btf/vmlinux is not there. On a-1, b-1, b-2 and 11 more.",
      count: { value: 14, unit: "nodes" },
      evidence: [{ kind: "requirement", href: "/nodes?cluster=edge-prod-1&requirement=kernel-btf" }],
    });
    expect(nodes).toEqual({ compatible: 80, incompatible: 14, unknown: 0 });
  });

  it("say so in the singular", () => {
    const { reasons } = withNodes(aNodeGroup({ count: 1, verdict: "incompatible", findings: [aFinding()] }));
    expect(reasons[0]?.summary).toBe("1 node lacks kernel BTF");
  });

  it("of which a requirement is not known are missing evidence", () => {
    const finding = aFinding({ severity: "missing", title: "Kernel BTF not reported" });
    const { verdict, reasons } = withNodes(aNodeGroup({ verdict: "unknown", findings: [finding] }));
    expect(verdict).toBe("unproven");
    expect(reasons[0]?.summary).toBe("Kernel BTF not reported on 6 nodes");
  });

  test.each([
    ["incompatible", "blocked"],
    ["unknown", "unproven"],
  ] as const)("judged %s without a finding still count", (verdict, expected) => {
    expect(withNodes(aNodeGroup({ verdict })).verdict).toBe(expected);
  });
});

describe("the mesh", () => {
  const gates = GATE_CATALOGUE.filter((gate) => gate.area === "mesh");
  const judged = (mesh: ClusterFacts["cluster"]["mesh"], newestFirst = "") =>
    judgeCluster(
      readyFacts(
        {
          gates: gates.map((gate) => ({ gate, history: { runs: gate.id === "istio-mtls" ? runs(newestFirst) : [] } })),
        },
        { mesh, tier: "gating" },
      ),
      NOW,
    );
  const missing = (reasons: readonly Reason[]) =>
    reasons.filter((reason) => reason.area === "mesh" && reason.severity === "missing").map((reason) => reason.subject);

  it("that is not declared needs every mesh gate, and the reader is told how to declare it", () => {
    const { reasons, areas } = judged(null);
    expect(missing(reasons).sort()).toEqual(gates.map((gate) => gate.id).sort());
    const note = reasons.find((reason) => reason.code === "mesh-not-declared");
    expect(note?.severity).toBe("info");
    expect(note?.detail).toContain('PUT /api/v1/clusters/edge-prod-1 with "mesh": []');
    expect(areas.mesh.verdict).toBe("unproven");
  });

  it("that is declared to be none asks for nothing and is not applicable", () => {
    const { reasons, areas } = judged([]);
    expect(areas.mesh).toEqual({ verdict: "ready", reasons: 1, holding: 0, notApplicable: true });
    expect(told(reasons.filter((reason) => reason.area === "mesh"))).toEqual(["info mesh-not-used mesh"]);
  });

  it("that is declared to be none while a mesh gate fails is to be looked at", () => {
    expect(judged([], "FFF").areas.mesh).toEqual({ verdict: "review", reasons: 2, holding: 1 });
  });

  it("of one data plane does not need the gates of the other", () => {
    expect(missing(judged(["istio-ambient"]).reasons)).toEqual([
      "istio-ambient",
      "istio-l7-waypoint",
      "istio-mtls",
      "istio-settings",
      "trace-correlation",
    ]);
    expect(missing(judged(["istio-sidecar"]).reasons)).not.toContain("istio-ambient");
    expect(missing(judged(["istio-sidecar", "istio-ambient"]).reasons)).toHaveLength(gates.length);
  });
});
