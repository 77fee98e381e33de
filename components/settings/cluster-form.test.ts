import { describe, expect, it } from "vitest";
import type { ClusterDto } from "@/lib/domain/clusters/cluster";
import { clusterFormOf, clusterInputOf, EMPTY_CLUSTER_FORM, MESH_CHOICES, meshChoiceOf } from "./cluster-form";

const CLUSTER: ClusterDto = {
  name: "edge-1",
  tier: "gating",
  labels: { team: "network", "topology.kubernetes.io/zone": "eu-1a" },
  provider: "metal",
  region: "eu",
  kubernetesVersion: "v1.33.1",
  installedRelease: "1.19.6",
  initialRelease: "1.17.0",
  features: ["ipv4", "ipv6"],
  featuresDeclared: true,
  mesh: ["istio-ambient"],
  delivery: { kind: "webhook", url: "https://deploy.example.org/hook" },
  prometheus: { url: "https://prometheus.example.org", tenant: { header: "X-Scope-OrgID", value: "edge" } },
  telemetryBudget: { activeSeries: 50_000 },
  observedAt: null,
  nodes: { total: 0, ready: 0 },
  createdAt: "2026-06-01T00:00:00Z",
  updatedAt: "2026-06-01T00:00:00Z",
  retiredAt: null,
  version: 3,
};

describe("the form of a cluster", () => {
  it("sends back all that was known when nothing is changed, also what it does not show", () => {
    expect(clusterInputOf(clusterFormOf(CLUSTER), CLUSTER)).toEqual({
      name: "edge-1",
      input: {
        tier: "gating",
        labels: CLUSTER.labels,
        provider: "metal",
        region: "eu",
        kubernetesVersion: "v1.33.1",
        installedRelease: "1.19.6",
        initialRelease: "1.17.0",
        features: ["ipv4", "ipv6"],
        mesh: ["istio-ambient"],
        delivery: CLUSTER.delivery,
        prometheus: CLUSTER.prometheus,
        telemetryBudget: CLUSTER.telemetryBudget,
      },
    });
  });

  it("does not turn the chart's defaults into a declaration", () => {
    const undeclared: ClusterDto = { ...CLUSTER, featuresDeclared: false, mesh: null };
    const answer = clusterInputOf(clusterFormOf(undeclared), undeclared);
    expect(answer).toHaveProperty("input");
    expect(answer).not.toHaveProperty("input.features");
    expect(answer).not.toHaveProperty("input.mesh");
  });

  it("needs no more than a name and a tier", () => {
    expect(clusterInputOf({ ...EMPTY_CLUSTER_FORM, name: " edge-2 " }, null)).toEqual({
      name: "edge-2",
      input: { tier: "canary", labels: {} },
    });
  });

  it.each([
    ["name", { name: "Edge 2" }],
    ["installedRelease", { installedRelease: "latest" }],
    ["prometheusUrl", { prometheusUrl: "prometheus:9090" }],
    ["labels", { labels: "team=network\nzone" }],
    ["labels", { labels: "team=a\nteam=b" }],
  ])("names the field that is wrong: %s", (field, changes) => {
    const answer = clusterInputOf({ ...EMPTY_CLUSTER_FORM, name: "edge-2", ...changes }, null);
    expect("mistakes" in answer && Object.keys(answer.mistakes)).toEqual([field]);
  });

  it.each(MESH_CHOICES)("keeps apart what runs as a mesh: $value", ({ value, mesh }) => {
    expect(meshChoiceOf(mesh === null ? null : [...mesh].reverse())).toBe(value);
  });
});
