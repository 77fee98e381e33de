import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { findClusterIds } from "@/lib/db/clusters";
import { markCells } from "@/lib/db/outbox";
import { findRelease } from "@/lib/db/releases";
import { replaceBlocks, type WholeBlock } from "@/lib/db/signal-blocks";
import { putSignalReplay } from "@/lib/db/signal-replays";
import { inTransaction } from "@/lib/db/transaction";
import { SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";
import { testContext, testDatabase } from "@/lib/testing/context";
import { SYSTEM } from "../app-context";
import { putCluster } from "../clusters/put-cluster";
import { drainOutbox } from "../readiness/drain-outbox";
import { getClusterReadiness } from "../readiness/get-cluster-readiness";
import { putRelease } from "../releases/put-release";
import { getRegression } from "./get-regression";
import { judgeCells } from "./judge-cells";
import { listRegressions } from "./list-regressions";
import { sweepCells } from "./sweep-cells";

const STABLE = "1.19.6";
const CANDIDATE = "1.20.0-pre.3";
const SIGNAL = "dns_error";
const HOUR = 3_600_000;
/** A Monday. */
const UPGRADED = new Date("2026-06-29T00:00:00Z");

let db: Database;
let close: () => Promise<void>;
let now = new Date(UPGRADED.getTime() + 49 * HOUR);
const ctx = () => testContext(db, { actor: SYSTEM, now: () => now });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await putRelease({ ctx: ctx(), version: STABLE, input: { tracked: false } });
  await putRelease({ ctx: ctx(), version: CANDIDATE, input: {} });
});
afterAll(() => close());

const register = (name: string) =>
  putCluster({ ctx: ctx(), name, input: { tier: "canary", mesh: [], provider: name, installedRelease: CANDIDATE } });

/** Hours from one offset to another around the upgrade, about `perHour` drops in a million flows each. */
function hours(from: number, to: number, perHour: number, segment?: { share: number }): WholeBlock[] {
  return Array.from({ length: to - from }, (_, index) => {
    const hour = new Date(UPGRADED.getTime() + (from + index) * HOUR);
    const x = perHour + ((index * 7) % 11) - 5;
    const split = segment?.share ?? 0.5;
    const node = (value: string, share: number) => ({ label: "node", value, x: x * share, exposure: 500_000 });
    const segments = [node("node-old", split), node("node-new", 1 - split)];
    return { signal: SIGNAL, hour, x, exposure: 1_000_000, coverage: 1, lost: 0, form: null, segments };
  });
}

async function send(cluster: string, version: string, blocks: readonly WholeBlock[]): Promise<void> {
  const clusterId = (await findClusterIds(db, [cluster])).get(cluster) ?? 0;
  const releaseId = (await findRelease(db, version))?.id ?? 0;
  await inTransaction(db, async (tx) => {
    await replaceBlocks(tx, { clusterId, releaseId, way: "push", uploadId: null, writtenAt: now }, blocks);
    await markCells(tx, [{ clusterId, releaseId }], "signal");
  });
}

async function judge() {
  const judged = await judgeCells(ctx());
  await drainOutbox(ctx());
  return judged;
}

const regressionOf = async (cluster: string) =>
  (await listRegressions({ ctx: ctx(), filter: { cluster, kind: "signal" }, cursor: null, limit: 5 })).items[0];
const reasonsOf = async (cluster: string) =>
  (await getClusterReadiness({ ctx: ctx(), cluster, release: CANDIDATE })).reasons
    .filter(({ severity, code }) => severity !== "info" && !/^(gate|node)/.test(code))
    .map(({ code, severity, subject }) => ({ code, severity, subject }));

describe("signals of a candidate against the baseline", () => {
  it("four times the drops are a regression: to be looked at until the rules were replayed, then it blocks", async () => {
    await register("drops");
    await send("drops", STABLE, hours(-14 * 24, 0, 200));
    await send("drops", CANDIDATE, hours(0, 48, 800, { share: 0.9 }));
    await judge();
    const regression = await regressionOf("drops");
    expect(regression).toMatchObject({ subject: SIGNAL, state: "open", cellState: "REGRESSED", direction: "up" });
    expect(regression?.effect).toBeCloseTo(4, 1);
    expect(regression?.qValue).toBeLessThan(0.001);
    expect(regression?.explains[0]).toMatchObject({ label: "node", value: "node-old" });
    expect(regression?.sentence).toContain("node-old");
    expect(await reasonsOf("drops")).toEqual([{ code: "regression", severity: "risk", subject: SIGNAL }]);

    const clusterId = (await findClusterIds(db, ["drops"])).get("drops") ?? 0;
    const releaseId = (await findRelease(db, STABLE))?.id ?? 0;
    await inTransaction(db, async (tx) => {
      const counts = { weeks: 3, tests: 40, falseAlarms: 0, passed: true, detail: {} };
      const rules = { baseline: STABLE, ruleVersion: SIGNAL_RULES_VERSION, replayedAt: now };
      await putSignalReplay(tx, { clusterId, ...rules, ...counts });
      await markCells(tx, [{ clusterId, releaseId }], "signal");
    });
    await judge();
    expect(await reasonsOf("drops")).toEqual([{ code: "regression", severity: "blocks", subject: SIGNAL }]);
    const { card } = await getRegression({ ctx: ctx(), id: regression?.id ?? "" });
    expect(card).toMatchObject({ blocks: true, channel: "rate", candidate: { release: CANDIDATE } });
  });

  it("a second time writes nothing", async () => {
    const cells = await db.prisma.cell.findMany();
    await inTransaction(db, (tx) =>
      tx.query(
        "INSERT INTO outbox (kind, cluster_id, release_id) SELECT 'cells.judge', c.id, r.id FROM cluster c, release r",
      ),
    );
    expect((await judge()).changed).toBe(0);
    expect(await db.prisma.cell.findMany()).toEqual(cells);
  });

  it("more traffic with as many drops for each flow stays green", async () => {
    await register("surge");
    const more = (block: WholeBlock) => ({ ...block, x: (block.x ?? 0) * 3, exposure: 3_000_000, segments: [] });
    await send("surge", STABLE, hours(-14 * 24, 0, 200));
    await send("surge", CANDIDATE, hours(0, 48, 200).map(more));
    await judge();
    expect(await regressionOf("surge")).toBeUndefined();
    expect(await reasonsOf("surge")).toEqual([]);
  });

  it("series that fall silent leave the cluster unproven", async () => {
    await register("dark");
    await send("dark", STABLE, hours(-14 * 24, 0, 200));
    await send("dark", CANDIDATE, hours(0, 48, 200));
    await judge();
    expect(await reasonsOf("dark")).toEqual([]);
    now = new Date(now.getTime() + 6 * HOUR);
    const swept = await sweepCells(ctx());
    expect(swept.due).toBeGreaterThan(0);
    await drainOutbox(ctx());
    expect(await reasonsOf("dark")).toEqual([{ code: "signals-dark", severity: "missing", subject: "signals-dark" }]);
    expect((await getClusterReadiness({ ctx: ctx(), cluster: "dark", release: CANDIDATE })).verdict).toBe("unproven");
  });

  it("a cluster that never sent an hour has no cells", async () => {
    await register("mute");
    const clusterId = (await findClusterIds(db, ["mute"])).get("mute") ?? 0;
    await judge();
    expect(await db.prisma.cell.count({ where: { clusterId } })).toBe(0);
  });
});
