import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { type WireAnswer, type WireRequest, wireServer } from "@/lib/testing/wire-server";
import { type PrometheusServer, prometheusClient } from "./client";

const recorded = (name: string) => readFileSync(new URL(`./fixtures/${name}`, import.meta.url), "utf8");
const success = (data: unknown, more: object = {}) => JSON.stringify({ status: "success", data, ...more });
const EMPTY = success({ resultType: "vector", result: [] });
const LIMITS = { timeoutMs: 500, maxBytes: 20_000 };

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

async function asking(
  answer: WireAnswer | ((request: WireRequest) => WireAnswer),
  server: Partial<PrometheusServer> & { path?: string } = {},
  rule = { allowLoopback: true },
) {
  const wire = await wireServer(typeof answer === "function" ? answer : () => answer);
  close = wire.close;
  const { path = "", ...more } = server;
  const client = prometheusClient(
    { url: `${wire.url}${path}`, authorization: null, tenant: null, ...more },
    { rule, limits: LIMITS },
  );
  return { client, wire };
}

describe("what is asked", () => {
  it("is a form below the base path, with tenant, authorisation, who asks, and nothing left out", async () => {
    const { client, wire } = await asking(
      { body: EMPTY },
      { path: "/prometheus/", authorization: "Bearer s3cret", tenant: { header: "X-Scope-OrgID", value: "edge" } },
    );
    await client.query("up", 1795361170);
    const [request] = wire.requests;
    expect(request).toMatchObject({ method: "POST", path: "/prometheus/api/v1/query" });
    expect(Object.fromEntries(request?.form ?? [])).toEqual({
      query: "up",
      time: "1795361170",
      partial_response: "false",
      dedup: "true",
      max_source_resolution: "0s",
    });
    expect(request?.headers).toMatchObject({
      "content-type": "application/x-www-form-urlencoded",
      authorization: "Bearer s3cret",
      "x-scope-orgid": "edge",
      "user-agent": "waggle",
      "x-query-source": "waggle",
    });
  });

  it("goes out two at a time", async () => {
    const { client, wire } = await asking({ body: EMPTY, delay: 20 });
    await Promise.all(Array.from({ length: 8 }, (_, at) => client.query("up", at)));
    expect(wire.requests).toHaveLength(8);
    expect(wire.mostOpen()).toBe(2);
  });

  it("is split where a range has more than 11,000 points, and joined again", async () => {
    const { client, wire } = await asking(({ form }) => ({
      body: success({
        resultType: "matrix",
        result: [{ metric: { cluster: "a" }, values: [[Number(form.get("start")), "1"]] }],
      }),
    }));
    const series = await client.queryRange("up", { start: 0, end: 15 * 11_000 }, 15);
    expect(wire.requests.map(({ form }) => [form.get("start"), form.get("end"), form.get("step")])).toEqual([
      ["0", "164985", "15"],
      ["165000", "165000", "15"],
    ]);
    expect(series).toEqual([
      {
        labels: { cluster: "a" },
        samples: [
          { at: 0, value: 1 },
          { at: 165_000, value: 1 },
        ],
        native: false,
      },
    ]);
  });
});

describe("what is answered", () => {
  it("is read as Prometheus 2.42 wrote it: a vector, a matrix", async () => {
    const { client } = await asking(({ path }) => ({
      body: recorded(path.endsWith("query_range") ? "api-query-range.json" : "api-query-vector.json"),
    }));
    expect(await client.query("q", 1)).toEqual([
      { labels: { cluster: "base" }, samples: [{ at: 1795361170.608, value: 0.6551724137931034 }], native: false },
      { labels: { cluster: "canary" }, samples: [{ at: 1795361170.608, value: 1.9653448275862067 }], native: false },
    ]);
    const range = await client.queryRange("q", { start: 1, end: 2 }, 1);
    expect(range.map((series) => [series.labels.cluster, series.samples.length])).toEqual([
      ["base", 5],
      ["canary", 5],
    ]);
  });

  it("is a scalar without an array around it", async () => {
    const { client } = await asking({ body: success({ resultType: "scalar", result: [12.5, "3"] }) });
    expect(await client.query("scalar(x)", 1)).toEqual([
      { labels: {}, samples: [{ at: 12.5, value: 3 }], native: false },
    ]);
  });

  it("has numbers as texts, those that are none among them", async () => {
    const values = ["NaN", "+Inf", "-Inf", "1e-7", "12"].map((text) => ({ metric: { text }, value: [1, text] }));
    const { client } = await asking({ body: success({ resultType: "vector", result: values }) });
    const series = await client.query("q", 1);
    expect(series.map(({ samples }) => samples[0]?.value)).toEqual([Number.NaN, Infinity, -Infinity, 1e-7, 12]);
  });

  it("may be native histograms, which come under keys of their own", async () => {
    const histogram = { count: "4", sum: "0.8", buckets: [[0, "0.1", "0.2", "4"]] };
    const { client } = await asking(({ path }) => ({
      body: path.endsWith("query_range")
        ? success({ resultType: "matrix", result: [{ metric: {}, histograms: [[60, histogram]] }] })
        : success({ resultType: "vector", result: [{ metric: {}, histogram: [60, histogram] }] }),
    }));
    const native = [{ labels: {}, samples: [{ at: 60, value: 4 }], native: true }];
    expect(await client.query("h", 60)).toEqual(native);
    expect(await client.queryRange("h", { start: 60, end: 60 }, 60)).toEqual(native);
  });

  it("may be gzip", async () => {
    const headers = { "content-type": "application/json", "content-encoding": "gzip" };
    const { client } = await asking({ headers, body: gzipSync(recorded("api-query-vector.json")) });
    expect(await client.query("q", 1)).toHaveLength(2);
  });

  it("says who it is", async () => {
    const build = { application: "Grafana Mimir", version: "2.14.0", revision: "x" };
    const { client, wire } = await asking({ body: success(build) });
    expect(await client.buildInfo()).toEqual({ version: "2.14.0", application: "Grafana Mimir" });
    expect(wire.requests[0]).toMatchObject({ method: "GET", path: "/api/v1/status/buildinfo" });
  });

  it("may not say who it is", async () => {
    const { client } = await asking({ status: 404, headers: { "content-type": "text/plain" }, body: "not found" });
    expect(await client.buildInfo()).toEqual({ version: null, application: null });
  });
});

describe("what is no answer", () => {
  const vector = { resultType: "vector", result: [{ metric: {}, value: [1, "7"] }] };
  const html = { "content-type": "text/html; charset=utf-8" };
  const error = (errorType: string, text: string) => JSON.stringify({ status: "error", errorType, error: text });

  it.each<[string, WireAnswer, string]>([
    ["a warning, though there is data", { body: success(vector, { warnings: ["store a: unavailable"] }) }, "partial"],
    ["a remark of the evaluator", { body: success(vector, { warnings: ["PromQL warning: mixed"] }) }, "query"],
    ["a parse error", { status: 400, body: error("bad_data", "parse error at char 3") }, "query"],
    ["many-to-many", { status: 422, body: error("execution", "many-to-many matching not allowed") }, "query"],
    ["a time-out of the server", { status: 503, body: error("timeout", "query timed out") }, "timeout"],
    ["an internal error", { status: 500, body: error("internal", "oops") }, "unavailable"],
    ["a gateway's page", { status: 502, headers: html, body: "<h1>Bad gateway</h1>" }, "unavailable"],
    ["a sign-in page", { headers: html, body: "<form>" }, "malformed"],
    ["another API", { body: '{"ok":true}' }, "malformed"],
    ["another shape", { body: success({ resultType: "vector", result: "none" }) }, "malformed"],
    ["no permission", { status: 401, headers: html, body: "" }, "unauthorised"],
    ["too many requests", { status: 429, headers: html, body: "" }, "throttled"],
    ["a redirect", { status: 302, headers: { location: "http://169.254.169.254/" }, body: "" }, "refused"],
    ["silence", { body: EMPTY, delay: 5000 }, "timeout"],
    ["too much", { body: " ".repeat(20_001) }, "too-large"],
    ["a bomb", { headers: { "content-encoding": "gzip" }, body: gzipSync(Buffer.alloc(5_000_000)) }, "too-large"],
  ])("%s", async (_, answer, failure) => {
    const { client, wire } = await asking(answer);
    await expect(client.query("q", 1)).rejects.toMatchObject({ name: "PrometheusError", failure });
    expect(wire.requests).toHaveLength(1);
  });

  it("is nobody there", async () => {
    const { client, wire } = await asking({});
    await wire.close();
    await expect(client.query("q", 1)).rejects.toMatchObject({ failure: "unreachable" });
  });

  it("but infos alone are an answer", async () => {
    const { client } = await asking({
      body: success(vector, { infos: ["PromQL info: metric might not be a counter"] }),
    });
    expect(await client.query("q", 1)).toHaveLength(1);
  });

  it("never says what the secret is, nor what a page that is not the API holds", async () => {
    const { client } = await asking(
      { status: 500, headers: html, body: "AKIA-instance-credentials" },
      { authorization: "Bearer s3cret" },
    );
    const failed = await client.query("q", 1).catch(String);
    expect(failed).not.toMatch(/s3cret|AKIA/);
  });
});

describe("whom is not asked", () => {
  const strict = { allowLoopback: false };

  it("this machine, by number or by name", async () => {
    const { client, wire } = await asking({ body: EMPTY }, {}, strict);
    await expect(client.query("q", 1)).rejects.toMatchObject({ failure: "refused" });
    const byName = prometheusClient(
      { url: wire.url.replace("127.0.0.1", "localhost"), authorization: null, tenant: null },
      { rule: strict, limits: LIMITS },
    );
    await expect(byName.query("q", 1)).rejects.toMatchObject({ failure: "refused" });
    expect(wire.requests).toEqual([]);
  });

  it.each([
    "http://169.254.169.254/latest",
    "http://[fe80::1]:9090",
    "http://0x7f.1:9090",
    "http://2130706433",
    "http://[::ffff:127.0.0.1]",
    "file:///etc/passwd",
    "ftp://10.0.0.1",
  ])("%s", async (url) => {
    const client = prometheusClient({ url, authorization: null, tenant: null }, { rule: strict, limits: LIMITS });
    await expect(client.query("q", 1)).rejects.toMatchObject({ failure: "refused" });
  });
});
