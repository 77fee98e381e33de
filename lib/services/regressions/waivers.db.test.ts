import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { CreateWaiverInput } from "@/lib/domain/regressions/waiver";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { spread, writeGateRuns } from "@/lib/testing/gate-run-rows";
import { SYSTEM } from "../app-context";
import { putCluster } from "../clusters/put-cluster";
import { drainOutbox } from "../readiness/drain-outbox";
import { getClusterReadiness } from "../readiness/get-cluster-readiness";
import { putRelease } from "../releases/put-release";
import { createWaiver } from "./create-waiver";
import { getRegression } from "./get-regression";
import { judgeCells } from "./judge-cells";
import { listRegressions } from "./list-regressions";
import { listWaivers } from "./list-waivers";
import { approveWaiver, revokeWaiver } from "./settle-waiver";
import { sweepCells } from "./sweep-cells";

const STABLE = "1.19.6";
const CANDIDATE = "1.20.0-pre.3";
const NEXT = "1.20.0-rc.1";
const GATE = "connectivity-suite";
const HOUR = 3_600_000;

let db: Database;
let close: () => Promise<void>;
let now = new Date("2026-06-10T09:00:00Z");
const as = (id: string, scopes: Parameters<typeof tokenActor>[0] = ["read", "operate", "approve"]) =>
  testContext(db, { actor: tokenActor(scopes, id), now: () => now });
const ctx = () => testContext(db, { actor: SYSTEM, now: () => now });
const later = (hours: number) => {
  now = new Date(now.getTime() + hours * HOUR);
};

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await putRelease({ ctx: ctx(), version: STABLE, input: { tracked: false } });
  await putRelease({ ctx: ctx(), version: CANDIDATE, input: {} });
});
afterAll(() => close());

async function judge() {
  await judgeCells(ctx());
  await drainOutbox(ctx());
}

async function regressed(cluster: string, release = CANDIDATE): Promise<void> {
  const input = { tier: "canary", mesh: [], provider: cluster, labels: { region: "eu" } } as const;
  await putCluster({ ctx: ctx(), name: cluster, input: { ...input, mesh: [] } });
  const until = new Date(now.getTime() - 48 * HOUR);
  await writeGateRuns(db, { cluster, release: STABLE, gate: GATE, results: spread(60, 0), until });
  await writeGateRuns(db, { cluster, release, gate: GATE, results: "PPFPFPFPFF", until: now });
  await judge();
}

function ask(cluster: string, of: Partial<CreateWaiverInput> = {}): CreateWaiverInput {
  return CreateWaiverInput.parse({
    release: CANDIDATE,
    kind: "gate",
    subject: GATE,
    scope: { kind: "cluster", cluster },
    reason: "known and harmless here",
    expiresAt: new Date(now.getTime() + 7 * 24 * HOUR).toISOString(),
    ...of,
  });
}

const regressionOf = async (cluster: string) =>
  (await listRegressions({ ctx: ctx(), filter: { cluster, release: CANDIDATE }, cursor: null, limit: 5 })).items[0];
const holding = async (cluster: string) =>
  (await getClusterReadiness({ ctx: ctx(), cluster, release: CANDIDATE })).reasons
    .filter(({ subject, code }) => subject === GATE && !code.startsWith("gate-"))
    .map(({ code, severity }) => ({ code, severity }));

describe("waivers", () => {
  it("hold when somebody else approves, up to the level that was waived", async () => {
    await regressed("waived");
    const waiver = await createWaiver({ ctx: as("author"), input: ask("waived") });
    expect(waiver).toMatchObject({ state: "proposed", level: { waived: { x: 5, n: 10 } }, approvalsNeeded: 1 });
    await expect(approveWaiver({ ctx: as("author"), id: waiver.id })).rejects.toMatchObject({ code: "PRECONDITION" });
    await judge();
    expect(await holding("waived")).toEqual([{ code: "regression", severity: "blocks" }]);

    const approved = await approveWaiver({ ctx: as("approver"), id: waiver.id, comment: "fine" });
    expect(approved).toMatchObject({ state: "active", approvals: [{ id: "approver" }] });
    await judge();
    expect(await holding("waived")).toEqual([{ code: "waived", severity: "risk" }]);
    expect(await regressionOf("waived")).toMatchObject({ state: "open", waived: true, severity: "risk" });
    const twice = await approveWaiver({ ctx: as("approver"), id: waiver.id });
    expect(twice.approvals).toHaveLength(1);

    // 25 of 30 against the waived 5 of 10: mid-p below .05.
    later(20);
    await writeGateRuns(db, { cluster: "waived", release: CANDIDATE, gate: GATE, results: "F".repeat(20), until: now });
    await judge();
    expect(await holding("waived")).toEqual([{ code: "regression", severity: "blocks" }]);
    const detail = await getRegression({ ctx: ctx(), id: (await regressionOf("waived"))?.id ?? "" });
    expect(detail.waived).toBe(false);
    expect(detail.events.map(({ kind }) => kind)).toEqual(["opened", "waived", "worsened", "waiver-ended"]);
    expect(detail.waivers).toMatchObject([{ id: waiver.id }]);
    const audit = await db.prisma.auditEntry.findMany({ where: { subjectId: waiver.id }, orderBy: { seq: "asc" } });
    expect(audit.map(({ action }) => action)).toEqual(["waiver.proposed", "waiver.approved"]);
  });

  it("end by themselves", async () => {
    await regressed("expires");
    const waiver = await createWaiver({ ctx: as("author"), input: ask("expires") });
    await approveWaiver({ ctx: as("approver"), id: waiver.id });
    await judge();
    expect(await holding("expires")).toEqual([{ code: "waived", severity: "risk" }]);
    later(7 * 24 - 1);
    await sweepCells(ctx());
    await drainOutbox(ctx());
    expect((await holding("expires"))[0]?.code).toBe("waived");
    later(1);
    await sweepCells(ctx());
    await drainOutbox(ctx());
    expect(await regressionOf("expires")).toMatchObject({ waived: false });
    await expect(approveWaiver({ ctx: as("third"), id: waiver.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("are revoked at once, and once", async () => {
    await regressed("revoked");
    const { id } = await createWaiver({ ctx: as("author"), input: ask("revoked") });
    await approveWaiver({ ctx: as("approver"), id });
    await judge();
    expect((await holding("revoked"))[0]?.code).toBe("waived");
    const revoked = await revokeWaiver({ ctx: as("author"), id, reason: "fixed upstream" });
    expect(revoked.state).toBe("revoked");
    const again = await revokeWaiver({ ctx: as("author"), id, reason: "again" });
    expect(again.revokedAt).toBe(revoked.revokedAt);
    await judge();
    expect(await holding("revoked")).toEqual([{ code: "regression", severity: "blocks" }]);
  });

  it("of a cohort hold on the clusters with its labels", async () => {
    await regressed("cohort-a");
    await regressed("cohort-b");
    const scope = { kind: "cohort", labels: { region: "eu" } } as const;
    const waiver = await createWaiver({ ctx: as("author"), input: ask("cohort-a", { scope }) });
    expect(Object.keys(waiver.level)).toEqual(expect.arrayContaining(["cohort-a", "cohort-b"]));
    await approveWaiver({ ctx: as("approver"), id: waiver.id });
    await judge();
    for (const cluster of ["cohort-a", "cohort-b"]) expect((await holding(cluster))[0]?.code).toBe("waived");
    await revokeWaiver({ ctx: as("author"), id: waiver.id, reason: "over" });
  });

  it("need two in the release after", async () => {
    await regressed("again");
    const first = await createWaiver({ ctx: as("author"), input: ask("again") });
    await approveWaiver({ ctx: as("approver"), id: first.id });
    await putRelease({ ctx: ctx(), version: NEXT, input: {} });
    await regressed("again", NEXT);
    const second = await createWaiver({ ctx: as("author"), input: ask("again", { release: NEXT }) });
    expect(second.approvalsNeeded).toBe(2);
    expect((await approveWaiver({ ctx: as("approver"), id: second.id })).state).toBe("proposed");
    expect((await approveWaiver({ ctx: as("third"), id: second.id })).state).toBe("active");
  });
});

describe("what is refused", () => {
  it("a waiver of what is not red, beyond a month, in the past, of nobody's cluster, and by who may not", async () => {
    await regressed("refused");
    const create = (of: Partial<CreateWaiverInput>, who = as("author")) =>
      createWaiver({ ctx: who, input: ask("refused", of) });
    const at = (hours: number) => new Date(now.getTime() + hours * HOUR).toISOString();
    await expect(create({ subject: "upgrade-from-stable" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(create({ expiresAt: at(31 * 24) })).rejects.toMatchObject({ code: "INVALID" });
    await expect(create({ expiresAt: at(-1) })).rejects.toMatchObject({ code: "INVALID" });
    await expect(create({ scope: { kind: "cluster", cluster: "nowhere" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(create({ release: "9.9.9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(create({}, as("reader", ["read"]))).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { id } = await create({});
    await expect(approveWaiver({ ctx: as("op", ["operate"]), id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it.each([{ reason: "x" }, { kind: "nothing" }, { scope: { kind: "planet" } }, { url: "ftp://x" }, { extra: 1 }])(
    "a body with %j",
    (part) => {
      expect(CreateWaiverInput.safeParse({ ...ask("a"), ...part }).success).toBe(false);
    },
  );

  it("and lists what was asked for, newest first", async () => {
    const { items } = await listWaivers({ ctx: ctx(), filter: { release: CANDIDATE }, cursor: null, limit: 3 });
    expect(items).toHaveLength(3);
    const created = items.map(({ createdAt }) => createdAt);
    expect(created).toEqual([...created].sort().reverse());
  });
});
