import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { TriageInput } from "@/lib/http/contract/regressions";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { spread, writeGateRuns } from "@/lib/testing/gate-run-rows";
import { SYSTEM } from "../app-context";
import { putCluster } from "../clusters/put-cluster";
import { drainOutbox } from "../readiness/drain-outbox";
import { getClusterReadiness } from "../readiness/get-cluster-readiness";
import { putRelease } from "../releases/put-release";
import { createWaiver } from "./create-waiver";
import { getCalibration } from "./get-calibration";
import { getRegression } from "./get-regression";
import { judgeCells } from "./judge-cells";
import { listRegressions } from "./list-regressions";
import { sweepCells } from "./sweep-cells";
import { acknowledgeRegression, claimFix, dismissRegression, reopenRegression } from "./triage-verbs";

const STABLE = "1.19.6";
const CANDIDATE = "1.20.0-pre.3";
const GATE = "connectivity-suite";
const HOUR = 3_600_000;

let db: Database;
let close: () => Promise<void>;
let now = new Date("2026-06-10T09:00:00Z");
const ctx = () => testContext(db, { actor: SYSTEM, now: () => now });
const operator = () => testContext(db, { actor: tokenActor(["read", "operate"], "op"), now: () => now });
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
const candidateRuns = (cluster: string, results: string, message?: string) =>
  writeGateRuns(db, { cluster, release: CANDIDATE, gate: GATE, results, until: now, ...(message && { message }) });

/** A cluster with one open regression: 5 of 10 runs failed against none of 60. */
async function regressed(cluster: string, message?: string): Promise<string> {
  await putCluster({ ctx: ctx(), name: cluster, input: { tier: "canary", mesh: [], provider: cluster } });
  const until = new Date(now.getTime() - 48 * HOUR);
  await writeGateRuns(db, { cluster, release: STABLE, gate: GATE, results: spread(60, 0), until });
  await candidateRuns(cluster, "PPFPFPFPFF", message);
  await judge();
  const { items } = await listRegressions({ ctx: ctx(), filter: { cluster }, cursor: null, limit: 10 });
  expect(items).toHaveLength(1);
  return items[0]?.id ?? "";
}

const stateOf = async (id: string) => {
  const { state, cellState, version, fixClaimedAt } = await getRegression({ ctx: ctx(), id });
  return { state, cellState, version, claimed: fixClaimedAt !== null };
};
const kindsOf = async (id: string) => (await getRegression({ ctx: ctx(), id })).events.map(({ kind }) => kind);
const severities = async (cluster: string) =>
  (await getClusterReadiness({ ctx: ctx(), cluster, release: CANDIDATE })).reasons
    .filter(({ evidence }) => evidence.some(({ kind }) => kind === "regression"))
    .map(({ severity }) => severity);

describe("looking after a regression", () => {
  it("acknowledges it once: audit, event and an owner, and it goes on holding its cluster", async () => {
    const id = await regressed("acknowledged");
    const input = {
      reason: "Azure image 6.8",
      issueUrl: "https://github.com/cilium/cilium/issues/1",
      expectedVersion: 1,
    };
    const done = await acknowledgeRegression({ ctx: operator(), id, input });
    expect(done).toMatchObject({ state: "acknowledged", owner: "token op", issueUrl: input.issueUrl, version: 2 });
    const again = await acknowledgeRegression({ ctx: operator(), id, input: { ...input, expectedVersion: 2 } });
    expect(again.version).toBe(2);
    await judge();
    expect(await severities("acknowledged")).toEqual(["blocks"]);
    expect(await kindsOf(id)).toEqual(["opened", "acknowledged"]);
    const audit = await db.prisma.auditEntry.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(audit.map(({ action, actorName }) => `${action} ${actorName}`)).toEqual([
      "regression.opened Waggle",
      "regression.acknowledged token op",
    ]);
    await expect(
      acknowledgeRegression({ ctx: operator(), id, input: { reason: "x", expectedVersion: 1 } }),
    ).rejects.toMatchObject({ code: "CONFLICT", more: { extra: { version: 2 } } });
  });

  it("opens again what was acknowledged until a time that is over", async () => {
    const id = await regressed("ack-expires");
    const expiresAt = new Date(now.getTime() + 2 * HOUR).toISOString();
    await acknowledgeRegression({ ctx: operator(), id, input: { reason: "until the afternoon", expiresAt } });
    await judge();
    later(3);
    await sweepCells(ctx());
    expect(await stateOf(id)).toMatchObject({ state: "open" });
  });

  it("dismisses it: it holds nothing until it is worse", async () => {
    const id = await regressed("dismissed");
    const input = { reason: "a broken runner", cause: "infra" } as const;
    expect(await dismissRegression({ ctx: operator(), id, input })).toMatchObject({ state: "dismissed" });
    await judge();
    expect(await severities("dismissed")).toEqual(["risk"]);
    await candidateRuns("dismissed", "PP");
    await judge();
    expect(await stateOf(id)).toMatchObject({ state: "dismissed" });
    // 43 of 50 against the dismissed 5 of 10.
    later(40);
    await candidateRuns("dismissed", "F".repeat(38));
    await judge();
    expect(await stateOf(id)).toMatchObject({ state: "open" });
    expect(await kindsOf(id)).toEqual(["opened", "dismissed", "reopened"]);
    expect(await severities("dismissed")).toEqual(["blocks"]);
  });

  it("opens again what was dismissed for a time that is over", async () => {
    const id = await regressed("dismissed-for-a-day");
    const expiresAt = new Date(now.getTime() + 24 * HOUR).toISOString();
    await dismissRegression({ ctx: operator(), id, input: { reason: "wait a day", expiresAt } });
    await judge();
    later(25);
    await sweepCells(ctx());
    await drainOutbox(ctx());
    expect(await stateOf(id)).toMatchObject({ state: "open" });
    expect(await severities("dismissed-for-a-day")).toEqual(["blocks"]);
  });

  it("cannot dismiss what must never happen", async () => {
    const id = await regressed("never-fail", "WARNING: DATA RACE");
    await expect(dismissRegression({ ctx: operator(), id, input: { reason: "no" } })).rejects.toMatchObject({
      code: "PRECONDITION",
    });
    const scope = { kind: "cluster", cluster: "never-fail" } as const;
    const expiresAt = new Date(now.getTime() + 24 * HOUR).toISOString();
    const ask = { release: CANDIDATE, kind: "gate", subject: GATE, scope, reason: "live with it", expiresAt } as const;
    await expect(createWaiver({ ctx: operator(), input: ask })).rejects.toMatchObject({ code: "PRECONDITION" });
  });

  it("takes a claim of a fix for what it is: clean runs prove it, a failure breaks it", async () => {
    const id = await regressed("fix-claimed");
    await claimFix({ ctx: operator(), id, input: { reason: "reverted the change" } });
    const claimed = await stateOf(id);
    expect(await claimFix({ ctx: operator(), id, input: { reason: "once more" } })).toMatchObject({
      version: claimed.version,
    });
    await judge();
    expect(await stateOf(id)).toMatchObject({ state: "open", claimed: true });
    expect(await severities("fix-claimed")).toEqual(["blocks"]);
    later(3);
    await candidateRuns("fix-claimed", "PPF");
    await judge();
    expect(await stateOf(id)).toMatchObject({ state: "open", cellState: "FAILED_FIX" });
    expect(await kindsOf(id)).toEqual(["opened", "fix-claimed", "failed-fix"]);

    // At 50 % failures five clean runs prove a fix (research/regressions.md §3.1.8).
    await claimFix({ ctx: operator(), id, input: { reason: "now really" } });
    later(6);
    await candidateRuns("fix-claimed", "PPPPPP");
    await judge();
    expect(await stateOf(id)).toMatchObject({ state: "resolved" });
  });

  it("reopens what was dismissed or resolved, and takes a claim back", async () => {
    const id = await regressed("reopened");
    await dismissRegression({ ctx: operator(), id, input: { reason: "no" } });
    await expect(claimFix({ ctx: operator(), id, input: { reason: "fixed" } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    await expect(acknowledgeRegression({ ctx: operator(), id, input: { reason: "mine" } })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await reopenRegression({ ctx: operator(), id, input: { reason: "yes" } })).toMatchObject({ state: "open" });
    await claimFix({ ctx: operator(), id, input: { reason: "fixed" } });
    const back = await reopenRegression({ ctx: operator(), id, input: { reason: "was not" } });
    expect(back).toMatchObject({ state: "open", fixClaimedAt: null });
    const { version } = await stateOf(id);
    expect(await reopenRegression({ ctx: operator(), id, input: { reason: "again" } })).toMatchObject({ version });
  });
});

describe("what is refused", () => {
  it("times in the past, dismissals longer than a month, what is not there, and who may not", async () => {
    const id = await regressed("refused");
    const past = new Date(now.getTime() - HOUR).toISOString();
    const far = new Date(now.getTime() + 31 * 24 * HOUR).toISOString();
    for (const expiresAt of [past, far]) {
      await expect(
        dismissRegression({ ctx: operator(), id, input: { reason: "no", expiresAt } }),
      ).rejects.toMatchObject({ code: "INVALID", more: { errors: [{ pointer: "/expiresAt" }] } });
    }
    const nowhere = "00000000-0000-7000-8000-000000000000";
    await expect(reopenRegression({ ctx: operator(), id: nowhere, input: { reason: "x" } })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    const reader = testContext(db, { actor: tokenActor(["read"]) });
    await expect(dismissRegression({ ctx: reader, id, input: { reason: "x" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await stateOf(id)).toMatchObject({ state: "open", version: 1 });
  });

  it.each([{}, { reason: " " }, { reason: "x", issueUrl: "javascript:alert(1)" }, { reason: "x", unknown: 1 }])(
    "the body %j",
    (body) => {
      expect(TriageInput.safeParse(body).success).toBe(false);
    },
  );

  it("a cursor of another list, and a release nobody heard of", async () => {
    const list = (of: { cursor?: string; release?: string }) =>
      listRegressions({ ctx: ctx(), filter: { release: of.release }, cursor: of.cursor ?? null, limit: 10 });
    await expect(list({ cursor: "x" })).rejects.toMatchObject({ code: "INVALID" });
    await expect(list({ release: "9.9.9" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("the lists", () => {
  it("page through all, worst first, each once", async () => {
    const all = await listRegressions({ ctx: ctx(), filter: {}, cursor: null, limit: 100 });
    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await listRegressions({ ctx: ctx(), filter: {}, cursor, limit: 2 });
      paged.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(paged).toEqual(all.items.map(({ id }) => id));
    expect(new Set(paged).size).toBe(paged.length);
    const states = all.items.map(({ state }) => state);
    expect(states.lastIndexOf("open")).toBeLessThan(states.indexOf("resolved"));
    const open = await listRegressions({ ctx: ctx(), filter: { state: "open" }, cursor: null, limit: 100 });
    expect(open.items.length).toBe(all.counts.open);
    expect(open.counts).toEqual(all.counts);
  });

  it("say how the reds of the past ended", async () => {
    const { rows, sentence, from, replays } = await getCalibration({ ctx: ctx() });
    expect(from).not.toBeNull();
    expect(rows.find(({ kind }) => kind === "gate")?.byReason).toMatchObject({ "verified-fixed": 1 });
    expect(sentence).toMatch(/ended/);
    expect(replays.every(({ state }) => state === "waiting")).toBe(true);
  });
});
