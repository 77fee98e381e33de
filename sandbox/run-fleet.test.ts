import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { RefusedError, WaggleClient } from "./client";
import type { Feed } from "./feeds/feed";
import { CLUSTERS } from "./fleet/clusters";
import { Reporter } from "./reporter";
import { type FleetRun, runFleet } from "./run-fleet";

interface Received {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

const ends: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** As much of Waggle as the fleet speaks with: keeps what is registered and the keys it has seen. */
async function listen(fault: (call: Received, nth: number) => number | "cut" | null = () => null) {
  const received: Received[] = [];
  const keys = new Map<string, string>();
  const known = new Map<string, unknown>();

  function answer({ method, path, headers, body }: Received): { status: number; body: unknown } {
    if (path === "/readyz") return { status: 200, body: { ready: true } };
    if (path.startsWith("/api/v1/gates")) return { status: 200, body: { items: GATE_CATALOGUE, nextCursor: null } };
    if (method === "GET") return known.has(path) ? { status: 200, body: known.get(path) } : { status: 404, body: {} };
    if (method === "PUT") {
      known.set(path, { retiredAt: null });
      return { status: 201, body: { retiredAt: null } };
    }
    const key = String(headers["idempotency-key"]);
    const before = keys.get(key);
    keys.set(key, body);
    if (before === undefined) return { status: 201, body: { duplicate: false } };
    return before === body ? { status: 200, body: { duplicate: true } } : { status: 409, body: { code: "CONFLICT" } };
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const packed = Buffer.concat(chunks);
    const { method = "", url: path = "", headers } = request;
    const call = {
      method,
      path,
      headers,
      body: `${headers["content-encoding"] === "gzip" ? gunzipSync(packed) : packed}`,
    };
    const status = fault(call, received.push(call));
    if (status === "cut") {
      answer(call);
      response.writeHead(200, { "content-length": "1000" }).write("{");
      response.destroy();
      return;
    }
    const given = status === null ? answer(call) : { status, body: { code: "UPSTREAM" } };
    response.writeHead(given.status, { "content-type": "application/json" }).end(JSON.stringify(given.body));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  ends.push(async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  });
  return { url: `http://127.0.0.1:${address.port}`, received, known, keys };
}

const NOW = Date.parse("2026-11-22T18:03:11Z");
const FEW = CLUSTERS.filter(({ story }) => story === "stale-evidence" || story === "nothing-yet");

function startFleet(url: string, more: Partial<FleetRun> = {}) {
  const lines: string[] = [];
  const settings = { url, token: "wgl_test_token" };
  const signal = new AbortController().signal;
  const run = {
    settings,
    clusters: FEW,
    signal,
    say: (line: string) => void lines.push(line),
    isLive: false,
    firstPauseMs: 1,
    now: () => NOW,
  };
  return { lines, done: runFleet({ ...run, ...more }) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await sleep(20);
}

const uploads = (received: readonly Received[]) => received.filter(({ method }) => method === "POST");
const keysOf = (received: readonly Received[]) => uploads(received).map(({ headers }) => headers["idempotency-key"]);

describe("runFleet", () => {
  it("registers releases and clusters before it reports, and reports nothing for a silent cluster", async () => {
    const { url, received } = await listen();
    await startFleet(url).done;
    const puts = received.filter(({ method }) => method === "PUT").map(({ path }) => path);
    expect(puts.slice(0, 2)).toEqual(["/api/v1/releases/1.19.6", "/api/v1/releases/1.20.0-pre.3"]);
    expect(puts.slice(2).sort()).toEqual(["/api/v1/clusters/ap-prod-2", "/api/v1/clusters/us-prod-4"]);
    const lastPut = received.findLastIndex(({ method }) => method === "PUT");
    expect(received.findIndex(({ method }) => method === "POST")).toBeGreaterThan(lastPut);
    expect(keysOf(received).filter((key) => String(key).includes("us-prod-4"))).toEqual([]);
    expect(new Set(received.map(({ headers }) => headers.authorization))).toEqual(new Set(["Bearer wgl_test_token"]));
  });

  it("a second start sends the same keys and documents, changes no cluster, and nothing is new", async () => {
    const { url, received } = await listen();
    await startFleet(url).done;
    const first = received.splice(0);
    const second = startFleet(url);
    await second.done;
    expect(keysOf(received).sort()).toEqual(keysOf(first).sort());
    expect(received.filter(({ method }) => method === "PUT")).toEqual([]);
    expect(second.lines.at(-1)).toMatch(/ 0 documents sent, \d+ known already, 0 refused\.$/);
  });

  it("reports nothing for a cluster that somebody retired, and does not bring it back", async () => {
    const { url, received, known } = await listen();
    known.set("/api/v1/clusters/ap-prod-2", { retiredAt: "2026-11-01T00:00:00.000Z" });
    await startFleet(url).done;
    expect(uploads(received)).toEqual([]);
    expect(received.map(({ method, path }) => `${method} ${path}`)).not.toContain("PUT /api/v1/clusters/ap-prod-2");
  });

  it("tries again what was answered 503 or 429, under the same key, until it is taken", async () => {
    const { url, received, keys } = await listen((_, nth) => {
      if (nth % 3 === 0) return 503;
      return nth % 7 === 0 ? 429 : null;
    });
    const { lines, done } = startFleet(url);
    await done;
    expect(lines.at(-1)).toContain(`${keys.size} documents sent, 0 known already, 0 refused.`);
    expect(keysOf(received).length).toBeGreaterThan(keys.size);
    expect(lines).toContain("Waggle answers 503; trying again until it does.");
  });

  it("tries again where an answer was cut off, and what had arrived then is known", async () => {
    const { url, keys } = await listen(({ method }, nth) => (method === "POST" && nth % 5 === 0 ? "cut" : null));
    const { lines, done } = startFleet(url);
    await done;
    const [, sent, known] = /: (\d+) documents sent, (\d+) known already, 0 refused/.exec(lines.at(-1) ?? "") ?? [];
    expect(Number(sent) + Number(known)).toBe(keys.size);
    expect(Number(known)).toBeGreaterThan(0);
    expect(lines).toContain("Waggle does not answer; trying again until it does.");
  });

  it("says which document was refused and why, and goes on", async () => {
    const { url } = await listen(({ path }) => (path.includes("gate=helm-render") ? 422 : null));
    const { lines, done } = startFleet(url);
    await done;
    expect(lines.find((line) => line.includes("helm-render"))).toMatch(/was answered 422: \{"code":"UPSTREAM"\}$/);
    expect(lines.at(-1)).toMatch(/, [1-9]\d* refused\.$/);
  });

  it("gives up at once when the token is not accepted", async () => {
    const { url } = await listen(({ path }) => (path === "/readyz" ? null : 401));
    await expect(startFleet(url).done).rejects.toThrow(RefusedError);
  });
});

describe("keepReporting", () => {
  it("sends each document when it becomes due, once, until it is told to stop", async () => {
    const { url, received } = await listen();
    const stop = new AbortController();
    const { signal } = stop;
    const client = new WaggleClient({ url, token: "wgl_test_token", signal });
    const feed: Feed = {
      cluster: "eu-prod-1",
      lane: { periodMs: 150, phaseMs: 0, keep: 1, delayMs: 0 },
      precedence: 0,
      compose: (slot) => ({
        path: "/api/v1/node-reports",
        query: {},
        document: { contentType: "application/json", body: "{}" },
        gzip: false,
        idempotencyKey: String(slot.index),
      }),
    };
    const since = Date.now();
    const ended = new Reporter({ client, signal, say: () => undefined }).keepReporting([feed], since);
    await until(() => received.length >= 4);
    stop.abort();
    await expect(ended).rejects.toThrow();
    const indices = keysOf(received).map(Number);
    const first = Math.floor(since / 150) + 1;
    expect(indices).toEqual(indices.map((_, nth) => first + nth));
  });
});

describe("the command", () => {
  function startCommand(environment: Readonly<Record<string, string>>) {
    const { PATH = "" } = process.env;
    const child = spawn(process.execPath, ["--import", "tsx", "sandbox/main.ts"], {
      env: { NODE_ENV: "test", PATH, ...environment },
      stdio: ["ignore", "pipe", "pipe"],
    });
    ends.push(() => void child.kill("SIGKILL"));
    const output: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (piece: string) => output.push(piece));
    return { child, output, errors: text(child.stderr), closed: once(child, "close") };
  }

  it("sends the whole fleet's history, goes on, and ends at once on SIGTERM", async () => {
    const { url, received } = await listen();
    const { child, output, closed } = startCommand({ WAGGLE_URL: url, WAGGLE_SANDBOX_TOKEN: "wgl_test_token" });
    await until(() => output.join("").includes("History is in") || child.exitCode !== null);
    const asked = performance.now();
    child.kill("SIGTERM");
    expect((await closed)[0]).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
    expect(output.join("")).toContain("12 clusters are registered.");
    expect(uploads(received).length).toBeGreaterThan(300);
    expect(uploads(received).some(({ headers }) => headers["content-encoding"] === "gzip")).toBe(true);
  }, 60_000);

  it("ends at once on SIGTERM also while the server is away", async () => {
    const { url, received } = await listen(() => 503);
    const { child, closed } = startCommand({ WAGGLE_URL: url, WAGGLE_SANDBOX_TOKEN: "wgl_test_token" });
    await until(() => received.length >= 4);
    const asked = performance.now();
    child.kill("SIGTERM");
    expect((await closed)[0]).toBe(0);
    expect(performance.now() - asked).toBeLessThan(2_000);
  }, 60_000);

  it("names every missing setting and ends with 1", async () => {
    const { errors, closed } = startCommand({});
    expect((await closed)[0]).toBe(1);
    expect(await errors).toBe(
      "Demo fleet: WAGGLE_URL must be an http or https address. WAGGLE_SANDBOX_TOKEN must be an API token with the scope admin.\n",
    );
  }, 60_000);
});
