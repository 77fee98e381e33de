import { describe, expect, it } from "vitest";
import { PutClusterInput } from "./cluster";
import { type PrometheusSource, PrometheusSourceDto, selectorOf } from "./prometheus-source";

const issuesOf = (prometheus: object) =>
  PutClusterInput.safeParse({ tier: "canary", prometheus }).error?.issues.map((issue) => issue.path.join("/")) ?? [];
const url = "https://thanos.example.org";

describe("where a cluster's metrics are asked for", () => {
  it("takes all that servers need", () => {
    const full: PrometheusSource = {
      url: "https://mimir.example.org/prometheus",
      auth: { ref: "mimir-token", scheme: "bearer" },
      tenant: { header: "X-Scope-OrgID", value: "edge|core" },
      selector: 'cluster=~"eu-\\\\d+", env != "dev"',
      backend: "mimir",
      nodeLabel: "instance",
    };
    expect(issuesOf(full)).toEqual([]);
    expect(issuesOf({ url })).toEqual([]);
    expect(issuesOf({ url, selector: "" })).toEqual([]);
  });

  it.each([
    ["prometheus/selector", { url, selector: "cluster=eu-1" }],
    ["prometheus/selector", { url, selector: 'cluster="a"} or up{x="y"' }],
    ["prometheus/selector", { url, selector: 'cluster="a",' }],
    ["prometheus/selector", { url, selector: '__name__="up"' }],
    ["prometheus/selector", { url, selector: `a="${"x".repeat(1000)}"` }],
    ["prometheus/url", { url: "ftp://files.example.org" }],
    ["prometheus/url", { url: "https://user:secret@prometheus.example.org" }],
    ["prometheus/url", { url: "https://prometheus.example.org/?token=secret" }],
    ["prometheus/tenant/header", { url, tenant: { header: "Authorization", value: "Bearer x" } }],
    ["prometheus/tenant/value", { url, tenant: { header: "X-Scope-OrgID", value: "a\r\nX-Admin: 1" } }],
    ["prometheus/backend", { url, backend: "graphite" }],
    ["prometheus", { url, password: "secret" }],
    ["prometheus/auth", { url, auth: { ref: "a", token: "secret" } }],
  ])("refuses what is wrong, and says where: %s", (path, prometheus) => {
    expect(issuesOf(prometheus)).toContain(path);
  });

  it("is quick with a selector that never ends", () => {
    const started = performance.now();
    expect(issuesOf({ url, selector: `${'a="b",'.repeat(160)}a=` })).toEqual(["prometheus/selector"]);
    expect(issuesOf({ url, selector: `a="${"\\".repeat(900)}` })).toEqual(["prometheus/selector"]);
    expect(performance.now() - started).toBeLessThan(200);
  });

  it("chooses the cluster by its name unless told otherwise", () => {
    expect(selectorOf({ url }, "eu-1.prod")).toBe('cluster="eu-1.prod"');
    expect(selectorOf({ url, selector: "" }, "eu-1")).toBe("");
  });

  it("shows nothing but what it knows", () => {
    expect(PrometheusSourceDto.parse({ url, password: "secret" })).toEqual({ url });
  });
});
