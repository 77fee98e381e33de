import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { listChanges as listChangeRows } from "@/lib/db/readiness-history";
import { inTransaction } from "@/lib/db/transaction";
import { GATE_CATALOGUE } from "@/lib/domain/gates/catalogue/catalogue";
import { RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { WATCHED_CONFIG_OPTIONS } from "@/lib/domain/nodes/catalogue/config-options";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { retireCluster } from "../clusters/retire-cluster";
import { recordGateRun } from "../gates/record-gate-run";
import { recordNodeReports } from "../nodes/record-node-reports";
import { drainOutbox } from "./drain-outbox";
import { getCiVerdict } from "./get-ci-verdict";
import { getClusterReadiness } from "./get-cluster-readiness";
import { getReadiness } from "./get-readiness";
import { sweepExpired } from "./sweep-expired";

const RELEASE = "1.20.0-pre.3";
const HOUR = 3_600_000;
const START = new Date("2026-06-10T09:00:00Z");

let db: Database;
let close: () => Promise<void>;
let now = START;
const ctx = () => testContext(db, { now: () => now });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

let documents = 0;
/** A run of a gate; each document is another one, so that none is a replay. */
async function run(cluster: string, gate: string, of: { failed?: boolean; hoursAgo?: number } = {}) {
  documents += 1;
  const body = of.failed ? '<failure message="x"/>' : "";
  return recordGateRun({
    ctx: ctx(),
    input: RecordGateRunInput.parse({
      cluster,
      release: RELEASE,
      gate,
      ranAt: new Date(now.getTime() - (of.hoursAgo ?? 1) * HOUR).toISOString(),
    }),
    body: bodyOf(
      `<testsuite name="s${documents}"><testcase name="c">${body}</testcase></testsuite>`,
      "application/xml",
    ),
    idempotencyKey: null,
  });
}

async function reportNode(cluster: string, of: { btf?: boolean } = {}) {
  const report = {
    cluster,
    node: "node-1",
    collectedAt: new Date(now.getTime() - HOUR).toISOString(),
    kernel: { release: "6.12.30", machine: "x86_64", osImage: "Talos" },
    btf: { vmlinux: of.btf ?? true },
    jit: { enable: 1 },
    cgroup2: true,
    bpffs: true,
    ipv6: true,
    kernelConfig: Object.fromEntries(WATCHED_CONFIG_OPTIONS.map((option) => [option, "y"])),
  };
  return recordNodeReports({
    ctx: ctx(),
    body: bodyOf(JSON.stringify(report), "application/json"),
    idempotencyKey: null,
  });
}

const REQUIRED = GATE_CATALOGUE.filter((gate) => gate.requiredFor.includes("canary") && gate.area !== "mesh");

async function proveAll(cluster: string, of: { except?: string } = {}) {
  await reportNode(cluster);
  for (const gate of REQUIRED.filter((candidate) => candidate.id !== of.except)) {
    for (let index = 0; index < gate.minRuns; index += 1) await run(cluster, gate.id, { hoursAgo: index + 1 });
  }
}

const register = (name: string) => putCluster({ ctx: ctx(), name, input: { tier: "canary", mesh: [] } });
const verdictOf = async (name: string) =>
  (await getClusterReadiness({ ctx: ctx(), cluster: name, release: RELEASE })).verdict;

describe("readiness", () => {
  it("has an item for a cluster that nothing is known of, before any worker ran", async () => {
    await register("silent");
    await run("silent", "connectivity-suite");
    const board = await getReadiness({ ctx: ctx(), filter: { release: RELEASE } });
    expect(board.items).toMatchObject([{ cluster: "silent", verdict: "unproven", version: 0 }]);
    await drainOutbox(ctx());
    const judged = await getReadiness({ ctx: ctx(), filter: { release: RELEASE } });
    expect(judged.items).toMatchObject([{ cluster: "silent", verdict: "unproven", version: 1 }]);
  });

  it("is ready once every required gate and every node is proven, and blocked by the first failure", async () => {
    await register("proven");
    await proveAll("proven");
    await drainOutbox(ctx());
    const ready = await getClusterReadiness({ ctx: ctx(), cluster: "proven", release: RELEASE });
    expect(ready.reasons.filter((reason) => reason.severity !== "info")).toEqual([]);
    expect(ready.verdict).toBe("ready");
    expect((await getCiVerdict({ ctx: ctx(), filter: { release: RELEASE, cluster: "proven" } })).verdict).toBe("ready");

    await run("proven", "connectivity-suite", { failed: true, hoursAgo: 0 });
    await drainOutbox(ctx());
    const blocked = await getClusterReadiness({ ctx: ctx(), cluster: "proven", release: RELEASE });
    expect(blocked).toMatchObject({
      verdict: "blocked",
      areas: { dataplane: { verdict: "blocked" }, install: { verdict: "ready" } },
    });
    const [reason] = blocked.reasons;
    expect(reason).toMatchObject({ severity: "blocks", subject: "connectivity-suite" });
    expect(reason?.evidence.some((evidence) => evidence.href.startsWith("/gates/"))).toBe(true);
  });

  it("is unproven while one required gate is missing", async () => {
    await register("one-missing");
    await proveAll("one-missing", { except: REQUIRED.at(-1)?.id ?? "" });
    await drainOutbox(ctx());
    expect(await verdictOf("one-missing")).toBe("unproven");
  });

  it("is blocked by a node without BTF, with the node as evidence", async () => {
    await register("no-btf");
    await reportNode("no-btf", { btf: false });
    await drainOutbox(ctx());
    const readiness = await getClusterReadiness({ ctx: ctx(), cluster: "no-btf", release: RELEASE });
    expect(readiness).toMatchObject({ verdict: "blocked", nodes: { compatible: 0, incompatible: 1, unknown: 0 } });
    expect(readiness.reasons.find((reason) => reason.severity === "blocks")?.evidence[0]?.href).toContain(
      "cluster=no-btf",
    );
  });

  it("writes a snapshot for what is new and only confirms what is not", async () => {
    const count = () => db.prisma.readinessSnapshot.count();
    await drainOutbox(ctx());
    const before = await count();
    await inTransaction(db, (tx) =>
      tx.query(
        "INSERT INTO outbox (kind, cluster_id, release_id) SELECT 'readiness.recompute', cluster_id, release_id FROM readiness",
      ),
    );
    const drained = await drainOutbox(ctx());
    expect(drained.judged).toBeGreaterThan(0);
    expect([drained.changed, await count()]).toEqual([0, before]);
  });

  it("tells what changed, with the words of the reason", async () => {
    const board = await getReadiness({ ctx: ctx(), filter: { release: RELEASE } });
    expect(board.causes[0]?.severity).toBe("blocks");
    const release = await db.prisma.release.findUniqueOrThrow({ where: { version: RELEASE } });
    const rows = await listChangeRows(db, { releaseId: release.id, since: new Date(0), clusterId: null, limit: 100 });
    expect(rows.find((row) => row.cluster === "proven" && row.from === "ready" && row.area === null)).toMatchObject({
      to: "blocked",
    });
  });

  it("turns unproven by age alone when the sweep comes round", async () => {
    await register("ageing");
    await proveAll("ageing");
    await drainOutbox(ctx());
    expect(await verdictOf("ageing")).toBe("ready");
    now = new Date(START.getTime() + 400 * 24 * HOUR);
    await sweepExpired(ctx());
    const stale = await getClusterReadiness({ ctx: ctx(), cluster: "ageing", release: RELEASE });
    expect(stale.verdict).toBe("unproven");
    expect(stale.reasons.some((reason) => reason.code === "gate-stale")).toBe(true);
    now = START;
  });

  it("loses no work when a worker dies in the middle, and two workers share it", async () => {
    await register("shared-1");
    await register("shared-2");
    const waiting = () => db.prisma.outbox.count({ where: { kind: "readiness.recompute" } });
    const before = await waiting();
    const dying = inTransaction(db, async (tx) => {
      await tx.query("DELETE FROM outbox");
      throw new Error("killed");
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await waiting()).toBe(before);
    await Promise.all([drainOutbox(ctx()), drainOutbox(ctx())]);
    expect(await waiting()).toBe(0);
    const pairs = await db.prisma.readiness.groupBy({ by: ["clusterId", "releaseId"], _count: true });
    expect(pairs.every((pair) => pair._count === 1)).toBe(true);
  });

  it("forgets a retired cluster and keeps its history", async () => {
    await retireCluster({ ctx: ctx(), name: "no-btf" });
    const board = await getReadiness({ ctx: ctx(), filter: { release: RELEASE } });
    expect(board.items.some((item) => item.cluster === "no-btf")).toBe(false);
    await expect(getClusterReadiness({ ctx: ctx(), cluster: "no-btf", release: RELEASE })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await db.prisma.readinessSnapshot.count({ where: { cluster: { name: "no-btf" } } })).toBeGreaterThan(0);
  });

  it("refuses a release nobody heard of, and a token that may not read", async () => {
    await expect(getReadiness({ ctx: ctx(), filter: { release: "9.9.9" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const blind = testContext(db, { actor: tokenActor(["ingest"]) });
    await expect(getReadiness({ ctx: blind, filter: { release: RELEASE } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
  });
});
