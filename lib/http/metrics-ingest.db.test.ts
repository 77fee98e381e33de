import { gzipSync } from "node:zlib";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { closeDatabase } from "@/lib/db/client";
import { MetricWindowsReceipt } from "@/lib/domain/signals/metric-windows";
import { MetricsReceipt } from "@/lib/domain/signals/record-metrics";
import { contextFor, database, SYSTEM } from "@/lib/services/app-context";
import { putCluster } from "@/lib/services/clusters/put-cluster";
import { recordMetricWindows } from "@/lib/services/signals/record-metric-windows";
import { recordMetrics } from "@/lib/services/signals/record-metrics";
import { tokenActor } from "@/lib/testing/context";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { postMetrics, postMetricWindows } from "./contract/signals";
import { idempotencyKeyOf, streamBody } from "./read-body";
import { json, route } from "./route";

const TOKEN = "bootstrap-token-of-this-test";
let scratch: TestDatabase;

const metrics = route(postMetrics, async ({ ctx, query: input, request }) => {
  const body = streamBody(request, postMetrics.stream);
  const answer = await recordMetrics({ ctx, input, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});
const windows = route(postMetricWindows, async ({ ctx, request }) => {
  const body = streamBody(request, postMetricWindows.stream);
  const answer = await recordMetricWindows({ ctx, body, idempotencyKey: idempotencyKeyOf(request) });
  return json(answer.body, answer.status);
});

beforeAll(async () => {
  scratch = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", scratch.url);
  vi.stubEnv("WAGGLE_SECRET", "3mP9xK7vQ2rT8wY5zB4nC6dF1gH0jL-_sA");
  vi.stubEnv("WAGGLE_BOOTSTRAP_TOKEN", TOKEN);
  vi.stubEnv("LOG_LEVEL", "silent");
  const ctx = contextFor(tokenActor(["admin"], SYSTEM.id), "metrics-ingest-test");
  await putCluster({ ctx, name: "eu-1", input: { tier: "canary" } });
});
afterAll(async () => {
  await closeDatabase(database());
  await scratch.drop();
  vi.unstubAllEnvs();
});

const Problem = z.object({
  status: z.number(),
  code: z.string(),
  errors: z.array(z.object({ line: z.number().optional(), pointer: z.string().optional() })).optional(),
});

interface Of {
  type?: string;
  token?: string | null;
  query?: string;
  gzip?: boolean;
}
async function post(handle: typeof metrics, path: string, body: string, of: Of): Promise<Response> {
  const headers = new Headers({ "content-type": of.type ?? "text/plain; version=0.0.4" });
  if (of.token !== null) headers.set("authorization", `Bearer ${of.token ?? TOKEN}`);
  if (of.gzip) headers.set("content-encoding", "gzip");
  const bytes = of.gzip ? gzipSync(body) : Buffer.from(body);
  const request = new NextRequest(`http://127.0.0.1:3000/api/v1${path}`, { method: "POST", headers, body: bytes });
  return handle(request, { params: Promise.resolve({}) });
}
const QUERY = "cluster=eu-1&release=v1.20.0-pre.3&instance=n1";
const send = (body: string, of: Of = {}) => post(metrics, `/metrics?${of.query ?? QUERY}`, body, of);
const sendWindows = (body: string, of: Of = {}) =>
  post(windows, "/metric-windows", body, { type: "application/json", ...of });

describe("POST /metrics", () => {
  it("answers 201 with the receipt of the contract, and 200 for a replay", async () => {
    const text = "hubble_flows_processed_total 5\ngo_goroutines 1\n";
    const query = `${QUERY}&at=${new Date(Date.now() - 60_000).toISOString()}`;
    const first = await send(text, { query, gzip: true });
    expect(first.status).toBe(201);
    const receipt = MetricsReceipt.parse(await first.json());
    expect(receipt).toMatchObject({ endpoint: "hubble", series: { seen: 2, kept: 1, dropped: 1 }, duplicate: false });
    const again = await send(text, { query });
    expect(again.status).toBe(200);
    expect(await again.json()).toMatchObject({ id: receipt.id, duplicate: true });
  });

  it.each<[number, string, string, string, Of]>([
    [415, "UNSUPPORTED_MEDIA", "JSON", "{}", { type: "application/json" }],
    [415, "UNSUPPORTED_MEDIA", "no media type", "a 1\n", { type: "" }],
    [413, "TOO_LARGE", "a document that gzip made small", "# a comment\n".repeat(1_500_000), { gzip: true }],
    [422, "INVALID", "a release that is no version", "a 1\n", { query: "cluster=eu-1&release=latest" }],
    [422, "INVALID", "no cluster", "a 1\n", { query: "release=1.20.0" }],
    [422, "INVALID", "an empty body", "", {}],
    [404, "NOT_FOUND", "an unknown cluster", "a 1\n", { query: "cluster=nowhere&release=1.20.0" }],
    [401, "UNAUTHENTICATED", "no token", "a 1\n", { token: null }],
    [401, "UNAUTHENTICATED", "a wrong token", "a 1\n", { token: "nobody" }],
  ])("answers %d %s to %s", async (status, code, _what, body, of) => {
    const response = await send(body, of);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(Problem.parse(await response.json())).toMatchObject({ status, code });
    expect(response.status).toBe(status);
  });

  it("answers 422 to a bad line, with its number", async () => {
    const problem = Problem.parse(await (await send('a 1\nb{c="d} 2\n')).json());
    expect(problem).toMatchObject({ status: 422, code: "INVALID", errors: [{ line: 2 }] });
  });
});

describe("POST /metric-windows", () => {
  const hour = (ago: number) => new Date(Math.floor(Date.now() / 3_600_000 - ago) * 3_600_000).toISOString();
  const document = (...of: unknown[]) => JSON.stringify({ cluster: "eu-1", release: "1.20.0-pre.3", windows: of });
  const good = { signal: "dns_error", start: hour(3), x: 1, exposure: 10 };

  it("answers 201, 200 and 207 with the receipt of the contract", async () => {
    const first = await sendWindows(document(good));
    expect([first.status, MetricWindowsReceipt.parse(await first.json()).accepted]).toEqual([201, 1]);
    const known = await sendWindows(document({ ...good, coverage: 0.5 }));
    expect([known.status, MetricWindowsReceipt.parse(await known.json()).duplicates]).toEqual([200, 1]);
    const mixed = await sendWindows(document({ ...good, start: hour(4) }, { ...good, start: hour(-1) }));
    expect(mixed.status).toBe(207);
    expect(MetricWindowsReceipt.parse(await mixed.json()).rejected).toMatchObject([{ pointer: "/windows/1/start" }]);
  });

  it.each<[number, string, string, string, Of]>([
    [415, "UNSUPPORTED_MEDIA", "text", "a 1\n", { type: "text/plain" }],
    [422, "INVALID", "what is not JSON", "{", {}],
    [422, "INVALID", "no good window", document({ ...good, x: -1 }), {}],
    [404, "NOT_FOUND", "an unknown cluster", document(good).replace("eu-1", "nowhere"), {}],
    [413, "TOO_LARGE", "more than 16 MiB", " ".repeat(17 * 1024 * 1024), { gzip: true }],
  ])("answers %d %s to %s", async (status, code, _what, body, of) => {
    const response = await sendWindows(body, of);
    expect(Problem.parse(await response.json())).toMatchObject({ status, code });
  });
});
