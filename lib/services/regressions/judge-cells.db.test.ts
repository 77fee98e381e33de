import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { markOutdatedBoards } from "@/lib/db/outbox";
import { inTransaction } from "@/lib/db/transaction";
import { testContext, testDatabase } from "@/lib/testing/context";
import { type RunsToWrite, spread, writeGateRuns } from "@/lib/testing/gate-run-rows";
import { SYSTEM } from "../app-context";
import { putCluster } from "../clusters/put-cluster";
import { retireCluster } from "../clusters/retire-cluster";
import { drainOutbox } from "../readiness/drain-outbox";
import { getClusterReadiness } from "../readiness/get-cluster-readiness";
import { putRelease } from "../releases/put-release";
import { BOARD_RULES } from "./board-rules";
import { getRegression } from "./get-regression";
import { judgeCells } from "./judge-cells";
import { listRegressionGroups } from "./list-regression-groups";
import { listRegressions } from "./list-regressions";
import { sweepCells } from "./sweep-cells";

const STABLE = "1.19.6";
const CANDIDATE = "1.20.0-pre.3";
const GATE = "connectivity-suite";
const HOUR = 3_600_000;
const START = new Date("2026-06-10T09:00:00Z");

let db: Database;
let close: () => Promise<void>;
let now = START;
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
beforeEach(() => {
  now = START;
});

const register = (name: string, provider = name) =>
  putCluster({ ctx: ctx(), name, input: { tier: "canary", mesh: [], provider } });

const stableRuns = (cluster: string, n: number, failures: number, of: Partial<RunsToWrite> = {}) =>
  writeGateRuns(db, {
    cluster,
    release: STABLE,
    gate: GATE,
    results: spread(n, failures),
    until: new Date(START.getTime() - 48 * HOUR),
    everyHours: 3,
    ...of,
  });
const candidateRuns = (cluster: string, results: string, of: Partial<RunsToWrite> = {}) =>
  writeGateRuns(db, { cluster, release: CANDIDATE, gate: GATE, results, until: now, ...of });

async function judge() {
  const judged = await judgeCells(ctx());
  await drainOutbox(ctx());
  return judged;
}

const regressionsOf = async (cluster: string) =>
  (await listRegressions({ ctx: ctx(), filter: { release: CANDIDATE, cluster }, cursor: null, limit: 50 })).items;
const readinessOf = (cluster: string) => getClusterReadiness({ ctx: ctx(), cluster, release: CANDIDATE });
const reasonsOf = async (cluster: string) =>
  (await readinessOf(cluster)).reasons.filter(
    ({ code, severity }) => severity !== "info" && !/^(gate|node)/.test(code),
  );

async function written(): Promise<Record<string, number>> {
  const [cells, boards, regressions, events, audit, told] = await Promise.all([
    db.prisma.cell.count(),
    db.prisma.board.count(),
    db.prisma.regression.findMany({ select: { id: true, version: true } }),
    db.prisma.regressionEvent.count(),
    db.prisma.auditEntry.count(),
    db.prisma.event.count(),
  ]);
  const versions = regressions.reduce((sum, { version }) => sum + version, 0);
  return { cells, boards, regressions: regressions.length, versions, events, audit, told };
}

describe("gates of a candidate against the baseline", () => {
  it("3 of 10 against 4 of 200 is a regression that blocks its cluster, with its runs as evidence", async () => {
    await register("three-of-ten");
    await stableRuns("three-of-ten", 200, 4);
    await candidateRuns("three-of-ten", "PPFPPFPPFP");
    await judge();

    const [regression] = await regressionsOf("three-of-ten");
    expect(regression).toMatchObject({
      kind: "gate",
      subject: GATE,
      state: "open",
      cellState: "REGRESSED",
      severity: "blocks",
      direction: "up",
      baseline: STABLE,
      candidateValue: 0.3,
      baselineValue: 0.02,
      version: 1,
    });
    // data/stats-vectors.json, gate_rule_domain "three-of-ten": mid-p .00129.
    expect(regression?.pValue).toBeCloseTo(0.00129, 5);
    expect(regression?.effect).toBeCloseTo(0.28, 10);

    const detail = await getRegression({ ctx: ctx(), id: regression?.id ?? "" });
    expect(detail.failingRuns).toHaveLength(3);
    expect(detail.events.map(({ kind }) => kind)).toEqual(["opened"]);
    expect(detail.card).toMatchObject({ candidate: { x: 3, n: 10 }, baseline: { x: 4, n: 200 }, previousState: null });
    expect(detail.card.inputsSha256).toMatch(/^[0-9a-f]{64}$/);

    const readiness = await readinessOf("three-of-ten");
    expect(readiness).toMatchObject({ verdict: "blocked", openRegressions: 1 });
    const reason = readiness.reasons.find(({ code }) => code === "regression");
    expect(reason).toMatchObject({ severity: "blocks", subject: GATE });
    expect(reason?.evidence[0]).toEqual({
      kind: "regression",
      id: `R-${regression?.number}`,
      href: `/regressions/${regression?.id}`,
    });
    const audited = await db.prisma.auditEntry.findFirst({ where: { subjectId: regression?.id ?? "" } });
    expect(audited).toMatchObject({ action: "regression.opened", actorKind: "system" });
  });

  it("a second time writes nothing at all", async () => {
    const before = await written();
    await inTransaction(db, (tx) =>
      tx.query(
        "INSERT INTO outbox (kind, cluster_id, release_id) SELECT 'cells.judge', c.id, r.id FROM cluster c, release r",
      ),
    );
    const cells = await db.prisma.cell.findMany();
    expect((await judge()).changed).toBe(0);
    expect(await db.prisma.cell.findMany()).toEqual(cells);
    expect(await written()).toEqual(before);
  });

  it("a lone failure is a suspect: to be looked at, no regression", async () => {
    await register("lone-failure");
    await stableRuns("lone-failure", 200, 0);
    await candidateRuns("lone-failure", "PPPPFPPPPP");
    await judge();
    expect(await regressionsOf("lone-failure")).toEqual([]);
    expect(await reasonsOf("lone-failure")).toMatchObject([{ code: "suspect", severity: "risk", subject: GATE }]);
  });

  it("passes after failed first tries are a regression of their own, which holds nothing up", async () => {
    await register("flaky");
    await stableRuns("flaky", 200, 0);
    await candidateRuns("flaky", "KPKPKPKPKP");
    await judge();
    expect(await regressionsOf("flaky")).toMatchObject([{ cellState: "FLAKE_REGRESSED", severity: "risk" }]);
    expect(await reasonsOf("flaky")).toMatchObject([{ code: "flake-regressed", severity: "risk" }]);
  });

  it("one panic among many passes is enough", async () => {
    await register("panic");
    await stableRuns("panic", 60, 0);
    await candidateRuns("panic", "PPPPPPPPPF", { message: "agent log: panic: runtime error: index out of range" });
    await judge();
    const [regression] = await regressionsOf("panic");
    expect(regression).toMatchObject({ cellState: "REGRESSED", severity: "blocks" });
    const { card } = await getRegression({ ctx: ctx(), id: regression?.id ?? "" });
    expect(card.channel).toBe("never-fail");
    expect(card.notes[0]).toMatch(/^Panic in 1 run/);
  });

  it("too few runs say nothing yet and add nothing to readiness", async () => {
    await register("too-few");
    await stableRuns("too-few", 60, 0);
    await candidateRuns("too-few", "PPPP");
    await judge();
    const groups = await listRegressionGroups({ ctx: ctx(), filter: { release: CANDIDATE } });
    expect(groups.board.counts.INSUFFICIENT).toBeGreaterThan(0);
    expect(await reasonsOf("too-few")).toEqual([]);
  });

  it("clusters of one cohort lend each other their stable runs", async () => {
    await register("borrower", "one-cloud");
    await register("lender", "one-cloud");
    await stableRuns("borrower", 10, 0);
    // Sixty of a gate are lent at most.
    await stableRuns("lender", 100, 0);
    await candidateRuns("borrower", "FFPFPPPPPP");
    await judge();
    const [regression] = await regressionsOf("borrower");
    const { card } = await getRegression({ ctx: ctx(), id: regression?.id ?? "" });
    expect(card.baseline).toMatchObject({ x: 0, n: 70, clusters: 2 });
  });

  it("a cluster that never ran the candidate has no cells", async () => {
    await register("stable-only");
    await stableRuns("stable-only", 40, 2);
    await judge();
    expect(await db.prisma.cell.count({ where: { clusterId: await idOf("stable-only") } })).toBe(0);
  });

  it("tells the board's own honesty, and groups one cause over clusters", async () => {
    const { board, items, counts } = await listRegressionGroups({ ctx: ctx(), filter: { release: CANDIDATE } });
    const group = items.find(({ subject }) => subject === GATE);
    expect(group?.items.length).toBeGreaterThan(2);
    expect(group).toMatchObject({ severity: "blocks", kind: "gate" });
    expect(board.red).toBeGreaterThan(0);
    expect(board.sentence).toMatch(/red/);
    expect(counts.open).toBe(items.flatMap((one) => one.items).filter(({ state }) => state === "open").length);
  });
});

const candidateId = async () => (await db.prisma.release.findUniqueOrThrow({ where: { version: CANDIDATE } })).id;
const idOf = async (name: string) => (await db.prisma.cluster.findUniqueOrThrow({ where: { name } })).id;

describe("the life of a regression", () => {
  it("ends when enough clean runs prove it, and comes back as the same within five days", async () => {
    await register("proven-fixed");
    await stableRuns("proven-fixed", 200, 4);
    await candidateRuns("proven-fixed", "FPFPFPPPPP");
    await judge();
    const [opened] = await regressionsOf("proven-fixed");
    expect(opened?.cellState).toBe("REGRESSED");

    // research/regressions.md §3.1.8: at 30 % failures nine clean runs prove a fix; five were clean already.
    later(4);
    await candidateRuns("proven-fixed", "PPP");
    await judge();
    expect(await regressionsOf("proven-fixed")).toMatchObject([{ state: "open" }]);
    later(2);
    await candidateRuns("proven-fixed", "P");
    await judge();
    expect(await regressionsOf("proven-fixed")).toMatchObject([
      { id: opened?.id, state: "resolved", closeReason: "verified-fixed" },
    ]);
    expect(await reasonsOf("proven-fixed")).toEqual([]);

    later(20);
    await candidateRuns("proven-fixed", "FFFFFFFFFFF");
    await judge();
    const again = await regressionsOf("proven-fixed");
    expect(again).toMatchObject([{ id: opened?.id, state: "open", closedAt: null }]);
    const { events } = await getRegression({ ctx: ctx(), id: opened?.id ?? "" });
    expect(events.map(({ kind }) => kind)).toEqual(["opened", "resolved", "reopened"]);
  });

  it("is judged again when the release is compared with another", async () => {
    await putRelease({ ctx: ctx(), version: "1.18.9", input: { tracked: false } });
    await writeGateRuns(db, {
      cluster: "three-of-ten",
      release: "1.18.9",
      gate: GATE,
      results: spread(100, 30),
      until: new Date(START.getTime() - 48 * HOUR),
    });
    await putRelease({ ctx: ctx(), version: CANDIDATE, input: { baseline: "1.18.9" } });
    await judge();
    const { card } = await getRegression({ ctx: ctx(), id: (await regressionsOf("three-of-ten"))[0]?.id ?? "" });
    expect(card.baseline).toMatchObject({ release: "1.18.9", x: 30, n: 100 });
    await putRelease({ ctx: ctx(), version: CANDIDATE, input: { baseline: STABLE } });
    await judge();
    expect(await reasonsOf("three-of-ten")).toMatchObject([{ code: "regression", severity: "blocks" }]);
  });

  it("ends without proof when a newer candidate takes its place", async () => {
    await register("superseded");
    await writeGateRuns(db, {
      cluster: "superseded",
      release: STABLE,
      gate: GATE,
      results: spread(60, 0),
      until: START,
    });
    await writeGateRuns(db, {
      cluster: "superseded",
      release: "1.20.0-pre.2",
      gate: GATE,
      results: "FFFFF",
      until: now,
    });
    await judge();
    const filter = { release: "1.20.0-pre.2" };
    const list = async () => (await listRegressions({ ctx: ctx(), filter, cursor: null, limit: 10 })).items;
    expect(await list()).toMatchObject([{ state: "open" }]);
    await putRelease({ ctx: ctx(), version: "1.20.0-pre.2", input: { tracked: false } });
    await judge();
    expect(await list()).toMatchObject([{ state: "resolved", closeReason: "superseded-by-candidate" }]);
  });
});

describe("the job", () => {
  it("leaves nothing when it dies in the middle, and makes one regression when two do the same", async () => {
    await register("two-workers");
    await stableRuns("two-workers", 60, 0);
    await candidateRuns("two-workers", "FFFPP");
    const clusterId = await idOf("two-workers");
    const dying = testContext(db, {
      actor: SYSTEM,
      now: () => now,
    });
    let ids = 0;
    const killed = judgeCells({
      ...dying,
      newId: () => {
        ids += 1;
        throw Object.assign(new Error("the server went away"), { code: "57P01" });
      },
    });
    await killed;
    expect(ids).toBeGreaterThan(0);
    expect(await db.prisma.regression.count({ where: { clusterId } })).toBe(0);
    expect(await db.prisma.cell.count({ where: { clusterId } })).toBe(0);
    expect(await db.prisma.outbox.count({ where: { kind: { startsWith: "cells." } } })).toBeGreaterThan(0);

    await db.prisma.outbox.updateMany({ data: { notBefore: new Date(0) } });
    await candidateRuns("two-workers", "F", { until: new Date(now.getTime() - 30 * 60_000) });
    await Promise.all([judgeCells(ctx()), judgeCells(ctx()), judgeCells(ctx())]);
    expect(await db.prisma.regression.count({ where: { clusterId } })).toBe(1);
    expect(await db.prisma.outbox.count({ where: { kind: { startsWith: "cells." } } })).toBe(0);
  });

  it("judges the others when one cluster cannot be judged", async () => {
    await register("broken-runs");
    await register("sound-runs");
    for (const cluster of ["broken-runs", "sound-runs"]) {
      await stableRuns(cluster, 60, 0);
      await candidateRuns(cluster, "FFFFF");
    }
    await db.pool.query(`UPDATE cluster SET mesh = '"no list"' WHERE name = 'broken-runs'`);
    const broken = await judgeCells(ctx());
    expect(broken.judged).toBeGreaterThan(0);
    expect(await regressionsOf("sound-runs")).toHaveLength(1);
    await db.pool.query("UPDATE cluster SET mesh = NULL WHERE name = 'broken-runs'");
    await db.prisma.outbox.updateMany({ data: { notBefore: new Date(0) } });
    await judge();
    expect(await regressionsOf("broken-runs")).toHaveLength(1);
  });

  it("makes a board of other rules again, all of it", async () => {
    await db.prisma.board.updateMany({ data: { ruleVersion: "gate/0 signals-0" } });
    await inTransaction(db, (tx) => markOutdatedBoards(tx, BOARD_RULES));
    await db.prisma.cell.updateMany({ where: { subject: GATE }, data: { state: "IMPROVED" } });
    await judge();
    const board = await db.prisma.board.findUniqueOrThrow({ where: { releaseId: await candidateId() } });
    expect(board.ruleVersion).toBe(BOARD_RULES);
    expect(await db.prisma.cell.count({ where: { state: "IMPROVED", releaseId: await candidateId() } })).toBe(0);
  });

  it("looks again when runs have become too old", async () => {
    await register("clean");
    await stableRuns("clean", 60, 0);
    await candidateRuns("clean", "P".repeat(20));
    await judge();
    const stateOf = async () =>
      (await db.prisma.cell.findFirstOrThrow({ where: { clusterId: await idOf("clean"), subject: GATE } })).state;
    expect(await stateOf()).toBe("CLEAN");
    later(24 * 365);
    const swept = await sweepCells(ctx());
    expect(swept.due).toBeGreaterThan(0);
    expect(await stateOf()).toBe("STALE");
    expect((await sweepCells(ctx())).due).toBe(0);
  });

  it("drops a cluster that is retired and keeps its history", async () => {
    await retireCluster({ ctx: ctx(), name: "three-of-ten" });
    await judge();
    const { items } = await listRegressionGroups({ ctx: ctx(), filter: { release: CANDIDATE } });
    expect(items.flatMap((group) => group.items).map(({ cluster }) => cluster)).not.toContain("three-of-ten");
    expect(await db.prisma.regression.count({ where: { clusterId: await idOf("three-of-ten") } })).toBe(1);
  });
});
