import { expect, it } from "vitest";
import { readyFacts } from "@/lib/testing/cluster-facts";
import { NOW } from "@/lib/testing/gate-facts";
import { ClusterReadinessDto } from "./dto";
import { judgeCluster } from "./judge-cluster";

const { areas, reasons, nodes, verdict, policyVersion } = judgeCluster(readyFacts({}, { mesh: null }), NOW);
const answer = {
  cluster: "edge-prod-1",
  tier: "production",
  verdict,
  areas,
  openRegressions: 0,
  nodes,
  evidence: { newestAt: NOW.toISOString(), oldestAt: null, count: 12 },
  version: 3,
  installedRelease: null,
  provider: null,
  region: null,
  kernels: [{ release: "6.1.134", nodes: 6 }],
  why: null,
  since: null,
  computedAt: NOW.toISOString(),
  expiresAt: null,
  release: "1.20.0-pre.3",
  baseline: "1.19.6",
  sentence: "edge-prod-1 can take 1.20.0-pre.3 now",
  reasons,
  policyVersion,
};

it("carries a judgement as it is", () => {
  expect(ClusterReadinessDto.parse(answer)).toEqual(answer);
});

it("has a verdict for each of the six areas", () => {
  const { mesh: _mesh, ...five } = areas;
  expect(ClusterReadinessDto.safeParse({ ...answer, areas: five }).success).toBe(false);
});
