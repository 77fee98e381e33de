import { Agent, request as http } from "node:http";
import { gzipSync } from "node:zlib";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { ADMIN_TOKEN } from "./server/known";

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };
const RELEASE = "1.20.0-pre.3";
const JUNIT = '<testsuite name="s"><testcase name="a"/><testcase name="b"><skipped/></testcase></testsuite>';

let serial = 0;
/** A name that no other test uses. */
function unique(name: string): string {
  serial += 1;
  return `${name}-${process.pid}-${serial}`;
}

async function register(
  request: APIRequestContext,
  body: Record<string, unknown> = { tier: "canary" },
): Promise<string> {
  const name = unique("api");
  const answer = await request.put(`/api/v1/clusters/${name}`, { headers: BEARER, data: body });
  expect(answer.status()).toBe(201);
  return name;
}

function postRun(
  request: APIRequestContext,
  cluster: string,
  data: string | Buffer,
  headers: Record<string, string> = {},
) {
  return request.post(`/api/v1/gate-runs?cluster=${cluster}&release=${RELEASE}&gate=connectivity-suite`, {
    headers: { ...BEARER, "content-type": "application/xml", ...headers },
    data,
  });
}

test.describe("who may call", () => {
  for (const [name, headers, status, code] of [
    ["nobody", {}, 401, "UNAUTHENTICATED"],
    ["an unknown token", { authorization: "Bearer waggle_nonsense" }, 401, "UNAUTHENTICATED"],
    ["another scheme", { authorization: "Basic YTpi" }, 401, "UNAUTHENTICATED"],
  ] as const) {
    test(`${name} is refused by a problem`, async ({ request }) => {
      const answer = await request.get("/api/v1/readiness", { headers });
      expect(answer.status()).toBe(status);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      expect(await answer.json()).toMatchObject({
        status,
        code,
        requestId: expect.any(String),
        title: expect.any(String),
      });
    });
  }

  test("a token does what its scopes say, until it is revoked", async ({ request }) => {
    const created = await request.post("/api/v1/tokens", {
      headers: BEARER,
      data: { name: unique("ci"), scopes: ["ingest"] },
    });
    expect(created.status()).toBe(201);
    const { id, token } = await created.json();
    const headers = { authorization: `Bearer ${token}` };
    const cluster = await register(request);
    expect((await postRun(request, cluster, JUNIT, headers)).status()).toBe(201);
    expect((await request.get("/api/v1/readiness", { headers })).status()).toBe(403);
    expect((await request.put(`/api/v1/clusters/${cluster}`, { headers, data: { tier: "gating" } })).status()).toBe(
      403,
    );
    await request.delete(`/api/v1/tokens/${id}`, { headers: BEARER });
    expect((await postRun(request, cluster, JUNIT, headers)).status()).toBe(401);
  });
});

test.describe("registering a cluster", () => {
  for (const [name, path, data, pointer] of [
    ["an unknown tier", "c-1", { tier: "gold" }, "/tier"],
    ["an unknown feature", "c-2", { tier: "canary", features: ["ipv4", "warp-drive"] }, "/features/1"],
    ["an unknown member", "c-3", { tier: "canary", colour: "red" }, "/"],
    ["a name with capitals", "Not-A-Name", { tier: "canary" }, "/name"],
    [
      "a secret in the place of a reference",
      "c-4",
      { tier: "canary", delivery: { kind: "flux", kubeconfig: "apiVersion: v1", namespace: "a", name: "b" } },
      "/delivery/kubeconfig",
    ],
  ] as const) {
    test(`refuses ${name} and names the field`, async ({ request }) => {
      const answer = await request.put(`/api/v1/clusters/${path}`, { headers: BEARER, data });
      expect(answer.status()).toBe(422);
      const problem = await answer.json();
      expect(problem.code).toBe("INVALID");
      expect(problem.errors[0].pointer).toBe(pointer);
      expect((await request.get(`/api/v1/clusters/${path.toLowerCase()}`, { headers: BEARER })).status()).toBe(404);
    });
  }

  test("lists pages that together hold each cluster once", async ({ request }) => {
    for (let index = 0; index < 3; index += 1) await register(request);
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = cursor === null ? "" : `&cursor=${encodeURIComponent(cursor)}`;
      const page = await (await request.get(`/api/v1/clusters?limit=2${query}`, { headers: BEARER })).json();
      names.push(...page.items.map((item: { name: string }) => item.name));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(names).size).toBe(names.length);
    expect((await request.get("/api/v1/clusters?limit=501", { headers: BEARER })).status()).toBe(422);
  });
});

test.describe("sending evidence", () => {
  test("a run is recorded once, judged within moments, and its raw document comes back as it was", async ({
    request,
  }) => {
    const cluster = await register(request);
    const first = await postRun(request, cluster, JUNIT);
    expect(first.status()).toBe(201);
    const receipt = await first.json();
    expect(receipt).toMatchObject({
      duplicate: false,
      outcome: "passed",
      counts: { passed: 1, failed: 0, error: 0, skipped: 1, flaky: 0 },
    });
    const again = await postRun(request, cluster, gzipSync(JUNIT), { "content-encoding": "gzip" });
    expect(again.status()).toBe(200);
    expect(await again.json()).toMatchObject({ id: receipt.id, duplicate: true });
    const run = await (await request.get(`/api/v1/gate-runs/${receipt.id}`, { headers: BEARER })).json();
    expect(await (await request.get(run.artifact.href, { headers: BEARER })).text()).toBe(JUNIT);
    await expect
      .poll(
        async () =>
          (await (await request.get(`/api/v1/readiness/${cluster}?release=${RELEASE}`, { headers: BEARER })).json())
            .version,
      )
      .toBeGreaterThan(0);
    const verdict = await request.get(`/api/v1/ci/verdict?release=${RELEASE}&cluster=${cluster}`, { headers: BEARER });
    expect(verdict.status()).toBe(424);
    expect((await verdict.json()).verdict).toBe("unproven");
  });

  test("the same key with other content is a conflict", async ({ request }) => {
    const cluster = await register(request);
    const key = { "idempotency-key": unique("key") };
    expect((await postRun(request, cluster, JUNIT, key)).status()).toBe(201);
    const other = await postRun(request, cluster, JUNIT.replace('"a"', '"z"'), key);
    expect([other.status(), (await other.json()).code]).toEqual([409, "CONFLICT"]);
  });

  for (const [name, headers, data, status] of [
    ["another media type", { "content-type": "text/csv" }, "a,b", 415],
    ["another encoding", { "content-encoding": "br" }, "x", 415],
    ["gzip that is none", { "content-encoding": "gzip" }, "not gzip", 422],
    ["an entity bomb", {}, '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><testsuite name="&b;"/>', 422],
    ["elements ten thousand deep", {}, "<testsuite>".repeat(10_000), 422],
    ["a file cut short", {}, '<testsuite name="s"><testcase name="a">', 422],
    ["UTF-16", {}, Buffer.from(`\ufeff${JUNIT}`, "utf16le"), 422],
    [
      "a bomb of 100 MiB in 100 KiB",
      { "content-encoding": "gzip" },
      gzipSync(Buffer.alloc(100 * 1024 * 1024, 32)),
      413,
    ],
  ] as const) {
    test(`${name} is refused and listed among the uploads`, async ({ request }) => {
      const cluster = await register(request);
      const answer = await postRun(request, cluster, typeof data === "string" ? data : Buffer.from(data), headers);
      expect(answer.status()).toBe(status);
      const { requestId, detail } = await answer.json();
      expect(detail.length).toBeGreaterThan(10);
      if (status === 415) return;
      const uploads = await (
        await request.get(`/api/v1/uploads?state=refused&cluster=${cluster}`, { headers: BEARER })
      ).json();
      expect(uploads.items[0]).toMatchObject({ requestId, state: "refused", problem: { detail } });
    });
  }

  test("a body of 65 MiB that is sent as it comes is cut off", async ({ baseURL, request }) => {
    const cluster = await register(request);
    const status = await streamTo(
      `${baseURL}/api/v1/gate-runs?cluster=${cluster}&release=${RELEASE}&gate=connectivity-suite`,
      65,
    );
    expect(status).toBe(413);
  });

  test("the connection of a body that was cut off is not used again", async ({ baseURL, request }) => {
    const cluster = await register(request);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const url = `${baseURL}/api/v1/gate-runs?cluster=${cluster}&release=${RELEASE}&gate=connectivity-suite`;
    for (let nth = 0; nth < 3; nth += 1) {
      expect(await streamTo(url, 65, agent)).toBe(413);
      expect(await streamTo(`${baseURL}/api/v1/gate-runs?cluster=no-such`, 0, agent)).toBe(422);
    }
    agent.destroy();
  });

  test("an unknown cluster is 404 with the way to register it", async ({ request }) => {
    const answer = await postRun(request, "no-such-cluster", JUNIT);
    expect(answer.status()).toBe(404);
    expect((await answer.json()).detail).toContain("PUT /api/v1/clusters/no-such-cluster");
  });

  test("of a batch the good lines are kept and the bad ones named", async ({ request }) => {
    const cluster = await register(request);
    const report = {
      cluster,
      node: "n-1",
      collectedAt: new Date().toISOString(),
      kernel: { release: "6.6.31", machine: "aarch64" },
      btf: { vmlinux: false },
    };
    const headers = { ...BEARER, "content-type": "application/x-ndjson" };
    const send = (text: string) => request.post("/api/v1/node-reports", { headers, data: text });
    const answer = await send(`${JSON.stringify(report)}\n{"cluster":`);
    expect(answer.status()).toBe(207);
    expect(await answer.json()).toMatchObject({ accepted: 1, duplicates: 0, rejected: [{ line: 2 }] });
    const none = await send("{}");
    expect(none.status()).toBe(422);
    expect((await none.json()).errors[0].line).toBe(1);
    const nodes = await (
      await request.get(`/api/v1/nodes?cluster=${cluster}&release=${RELEASE}`, { headers: BEARER })
    ).json();
    expect(nodes.items).toMatchObject([{ cluster, node: "n-1", kernelRelease: "6.6.31", verdict: "incompatible" }]);
  });
});

test("the event stream tells of an ingest and resumes after the id it is given", async ({ baseURL, request }) => {
  const cluster = await register(request);
  const events = readEvents(
    `${baseURL}/api/v1/events`,
    {},
    (text) => text.includes(`"cluster":"${cluster}"`) && text.includes("event: ingest"),
  );
  await expect.poll(() => events.open(), { timeout: 20_000 }).toBe(true);
  await postRun(request, cluster, JUNIT);
  const text = await events.done;
  const id = Number(/id: (\d+)/.exec(text)?.[1]);
  const resumed = await readEvents(`${baseURL}/api/v1/events`, { "last-event-id": String(id - 1) }, (more) =>
    more.includes(`id: ${id}\n`),
  ).done;
  expect(resumed).toContain(`id: ${id}\n`);
});

test("the contract describes itself, and the process its state", async ({ request }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/gate-runs",
      "/node-reports",
      "/readiness",
      "/nodes",
      "/ci/verdict",
      "/events",
      "/audit/verify",
    ]),
  );
  expect(await (await request.get("/readyz")).json()).toMatchObject({ ready: true });
  expect(await (await request.get("/metrics")).text()).toContain("waggle_http_request_duration_seconds_bucket");
  expect(await (await request.get("/api/v1/audit/verify", { headers: BEARER })).json()).toMatchObject({ intact: true });
});

/** Sends so many MiB without saying how many there will be. Resolves with the status, also when the server hangs up after it. */
function streamTo(url: string, mebibytes: number, agent?: Agent): Promise<number> {
  return new Promise((resolve, reject) => {
    let status = 0;
    const headers = { ...BEARER, "content-type": "application/xml" };
    const call = http(url, { method: "POST", headers, ...(agent && { agent }) }, (answer) => {
      status = answer.statusCode ?? 0;
      answer.resume().on("end", () => resolve(status));
    });
    call.on("error", (error) => (status > 0 ? resolve(status) : reject(error)));
    const chunk = Buffer.alloc(1024 * 1024, " ");
    let sent = 0;
    const push = () => {
      if (status > 0) return;
      sent += 1;
      if (sent > mebibytes) call.end();
      else call.write(chunk, push);
    };
    call.write("<testsuite>", push);
  });
}

/** Reads a stream of events until the text so far is enough. */
function readEvents(url: string, headers: Record<string, string>, enough: (text: string) => boolean) {
  let isOpen = false;
  const done = new Promise<string>((resolve, reject) => {
    let text = "";
    const call = http(url, { headers: { ...BEARER, ...headers } }, (answer) => {
      answer.setEncoding("utf8").on("data", (part: string) => {
        isOpen = true;
        text += part;
        if (!enough(text)) return;
        call.destroy();
        resolve(text);
      });
    });
    call.on("error", reject).end();
  });
  return { done, open: () => isOpen };
}
