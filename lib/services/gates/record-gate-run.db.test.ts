import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArtifact } from "@/lib/db/artifacts";
import type { Database } from "@/lib/db/client";
import { RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { listUploads } from "../uploads/list-uploads";
import { getGateRun, listGateCases } from "./list-gate-runs";
import { recordGateRun } from "./record-gate-run";

const XML = "application/xml";
const NOT_WELL_FORMED = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites tests="3" disabled="1" errors="0" failures="1" time="42.5">
  <testsuite name="connectivity test" id="0" package="cilium" tests="3" errors="0" failures="1" skipped="1" time="42.5" timestamp="2026-06-08T13:31:00Z">
    <testcase name="no-policies" classname="connectivity test" status="passed" time="12.1"></testcase>
    <testcase name="pod-to-world" classname="connectivity test" status="failed" time="30.4"><failure message="pod-to-world failed" failureMessage="curl: (28) timed out" failureMessage="curl: (7) refused" type="failure">a
b</failure></testcase>
    <testcase name="node-to-node-encryption" classname="connectivity test" status="skipped" time="0"><skipped message="node-to-node-encryption skipped"></skipped></testcase>
  </testsuite>
</testsuites>`;

const suite = (cases: string) => `<testsuite name="s">${cases}</testsuite>`;

let db: Database;
let close: () => Promise<void>;

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await putCluster({ ctx: testContext(db), name: "eu-prod-1", input: { tier: "production" } });
});
afterAll(() => close());

function record(
  document: string | Uint8Array,
  of: { query?: Record<string, string>; key?: string; type?: string; gzip?: boolean } = {},
) {
  const query = { cluster: "eu-prod-1", release: "1.20.0-pre.3", gate: "connectivity-suite", ...of.query };
  return recordGateRun({
    ctx: testContext(db, { actor: tokenActor(["ingest", "read"]) }),
    input: RecordGateRunInput.parse(query),
    body: bodyOf(document, of.type ?? XML, { gzip: of.gzip ?? false }),
    idempotencyKey: of.key ?? null,
  });
}

const ctx = () => testContext(db);
const countRuns = () => db.prisma.gateRun.count();

describe("recording a gate run", () => {
  it("keeps a JUnit file that is not well-formed, as cilium-cli writes it, and marks the run", async () => {
    const answer = await record(NOT_WELL_FORMED);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      duplicate: false,
      outcome: "failed",
      counts: { passed: 1, failed: 1, error: 0, skipped: 1, flaky: 0 },
      wellFormed: false,
      ranAt: "2026-06-08T13:31:00.000Z",
    });
    const run = await getGateRun({ ctx: ctx(), id: String(answer.body.id) });
    expect(run).toMatchObject({ wellFormed: false, durationSeconds: 42.5, tool: "cilium-cli" });
    expect(await text(readArtifact(db, run.artifact.id))).toBe(NOT_WELL_FORMED);
    const failed = await listGateCases({
      ctx: ctx(),
      runId: run.id,
      filter: { status: "failed" },
      cursor: null,
      limit: 10,
    });
    expect(failed.items[0]?.message).toContain("refused");
  });

  it("answers a replay with the first id and writes nothing", async () => {
    const first = await record(suite('<testcase name="a"/>'));
    const runs = await countRuns();
    const again = await record(suite('<testcase name="a"/>'));
    expect(again.status).toBe(200);
    expect(again.body).toEqual({ ...first.body, duplicate: true });
    expect(await countRuns()).toBe(runs);
  });

  it("takes the same document again under another Idempotency-Key, and refuses other content under the same", async () => {
    const first = await record(suite('<testcase name="k"/>'), { key: "run-1" });
    const second = await record(suite('<testcase name="k"/>'), { key: "run-2" });
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body.id).not.toBe(first.body.id);
    await expect(record(suite('<testcase name="other"/>'), { key: "run-1" })).rejects.toMatchObject({
      code: "CONFLICT",
    });
  });

  it("is recorded once when ten callers send it at the same time", async () => {
    const before = await countRuns();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => record(suite('<testcase name="race"/>'), { key: "race" })),
    );
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await countRuns()).toBe(before + 1);
  });

  it("tells flaky from failed: passed after failing is flaky, failed after passing is not", async () => {
    const flaky = await record(
      suite('<testcase name="x"><failure/></testcase><testcase name="x"/><testcase name="y"/>'),
    );
    expect(flaky.body).toMatchObject({ outcome: "passed", counts: { passed: 1, failed: 0, flaky: 1 } });
    const failed = await record(suite('<testcase name="x"/><testcase name="x"><failure/></testcase>'));
    expect(failed.body).toMatchObject({ outcome: "failed", counts: { passed: 0, failed: 1, flaky: 0 } });
  });

  it.each([
    ["only skipped cases", suite('<testcase name="a"><skipped/></testcase>'), "inconclusive"],
    ["no case at all", suite(""), "inconclusive"],
    [
      "a set-up step that passed before only skipped cases",
      suite(
        '<testcase name="[BeforeSuite]" status="passed"/><testcase name="[It] a" status="skipped"><skipped/></testcase>',
      ),
      "inconclusive",
    ],
    ["an error beside a pass", suite('<testcase name="a"/><testcase name="b"><error/></testcase>'), "failed"],
    [
      "a set-up failure of cilium-cli",
      '<testsuites><testsuite name="connectivity test"><testcase name="connectivity test setup" classname="connectivity test" status="failed"><failure message="x failed">timeout</failure></testcase></testsuite></testsuites>',
      "error",
    ],
  ])("%s is %s", async (_name, document, outcome) => {
    expect((await record(document)).body.outcome).toBe(outcome);
  });

  it("takes JSON and gzip", async () => {
    const json = JSON.stringify({
      cases: [
        { name: "a", status: "passed" },
        { suite: "s", name: "b", status: "error", message: "x" },
      ],
      tool: "x",
    });
    const answer = await record(gzipSync(json), { type: "application/json", gzip: true });
    expect(answer.body).toMatchObject({ outcome: "failed", counts: { passed: 1, error: 1 } });
  });

  it.each([
    ["an unclosed element", suite('<testcase name="a">'), XML, "INVALID"],
    ["another root", "<html/>", XML, "INVALID"],
    ["entities", '<!DOCTYPE x [<!ENTITY a "b">]><testsuite name="&a;"/>', XML, "INVALID"],
    ["a status that does not exist", '{"cases":[{"name":"a","status":"meh"}]}', "application/json", "INVALID"],
    ["JSON nested ten thousand deep", "[".repeat(10_000), "application/json", "INVALID"],
    ["JSON beyond 16 MiB", `{"cases":[],"x":"${"a".repeat(17 * 1024 * 1024)}"}`, "application/json", "TOO_LARGE"],
  ])("refuses %s, changes nothing and says so on the uploads page", async (_name, document, type, code) => {
    const before = await countRuns();
    await expect(record(document, { type })).rejects.toMatchObject({ code });
    expect(await countRuns()).toBe(before);
    const [upload] = (
      await listUploads({ ctx: ctx(), filter: { state: null, kind: null, cluster: null }, cursor: null, limit: 1 })
    ).items;
    expect(upload).toMatchObject({ state: "refused", cluster: "eu-prod-1", gateRun: null });
  });

  it("refuses a bomb of a quarter gigabyte with little memory", async () => {
    const bomb = gzipSync(Buffer.alloc(256 * 1024 * 1024, 32), { level: 9 });
    const before = process.memoryUsage().rss;
    await expect(record(bomb, { gzip: true })).rejects.toMatchObject({ code: "TOO_LARGE" });
    expect(process.memoryUsage().rss - before).toBeLessThan(200 * 1024 * 1024);
  });

  it.each([
    [{ cluster: "nowhere" }, "NOT_FOUND", "PUT /api/v1/clusters/nowhere"],
    [{ gate: "no-such-gate" }, "NOT_FOUND", "PUT /api/v1/gates/no-such-gate"],
    [{ ranAt: "2099-01-01T00:00:00Z" }, "INVALID", "future"],
  ])("refuses %o", async (query, code, hint) => {
    await expect(record(suite('<testcase name="q"/>'), { query })).rejects.toMatchObject({
      code,
      message: expect.stringContaining(hint),
    });
  });

  it("creates an unknown release and drops a leading v", async () => {
    await record(suite('<testcase name="v"/>'), { query: { release: "v1.21.0-rc.1" } });
    expect(await db.prisma.release.findUnique({ where: { version: "1.21.0-rc.1" } })).not.toBeNull();
  });

  it("needs the scope", async () => {
    const call = recordGateRun({
      ctx: testContext(db, { actor: tokenActor(["read"]) }),
      input: RecordGateRunInput.parse({ cluster: "eu-prod-1", release: "1.20.0", gate: "connectivity-suite" }),
      body: bodyOf(suite(""), XML),
      idempotencyKey: null,
    });
    await expect(call).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("leaves one audit entry and one piece of work for each run that was recorded", async () => {
    const runs = await countRuns();
    expect(await db.prisma.auditEntry.count({ where: { action: "gate-run.recorded" } })).toBe(runs);
  });
});
