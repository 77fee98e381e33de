import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { ensureRelease } from "@/lib/db/releases";
import { replaceBlocks } from "@/lib/db/signal-blocks";
import { listPassedReplays, listReplays } from "@/lib/db/signal-replays";
import { inTransaction, queryableOf } from "@/lib/db/transaction";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { ReplayDetailSchema } from "@/lib/domain/signals/replay-job";
import { HOUR_MS, SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";
import { mulberry32 } from "@/lib/domain/stats/random";
import { testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { replaySignals } from "./replay-signals";

const STABLE = "1.19.6";
/** A Monday: four whole weeks end with the hour before. */
const MONDAY = new Date("2026-06-29T00:00:00Z");
const WEEK = 7 * 24;
const SIGNALS = ["agent_errors", "dns_error", "dns_nxdomain", "drop_nonpolicy", "drop_per_flow", "http_5xx"];

let db: Database;
let close: () => Promise<void>;
let now = MONDAY;
const ctx = () => testContext(db, { now: () => now });
const sql = () => queryableOf(db);

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

/** Hours of the stable release: even, but `restless` signals double in the last week. */
async function record(name: string, of: { weeks: number; from?: Date; restless?: number }) {
  const { id } = await inTransaction(db, async (tx) => {
    await ensureRelease(tx, "1.20.0-pre.3");
    return ensureRelease(tx, STABLE);
  });
  const clusterId = await clusterOf(name);
  const from = (of.from ?? MONDAY).getTime() - of.weeks * WEEK * HOUR_MS;
  const blocks = SIGNALS.flatMap((signal, nth) => {
    const random = mulberry32(nth + 1);
    return Array.from({ length: of.weeks * WEEK }, (_, hour) => {
      const double = nth < (of.restless ?? 0) && hour >= (of.weeks - 1) * WEEK ? 2 : 1;
      const x = Math.round(double * (2000 + 120 * (random() + random() - 1)));
      const seen = { coverage: 1, lost: 0, form: null, segments: [] };
      return { signal, hour: new Date(from + hour * HOUR_MS), x, exposure: 1_000_000, ...seen };
    });
  });
  const origin = { clusterId, releaseId: id, way: "push" as const, uploadId: null, writtenAt: now };
  await inTransaction(db, (tx) => replaceBlocks(tx, origin, blocks));
  return { clusterId, releaseId: id };
}

async function clusterOf(name: string): Promise<number> {
  await putCluster({ ctx: ctx(), name, input: { tier: "canary" } });
  const { rows } = await db.pool.query<{ id: number }>("SELECT id FROM cluster WHERE name = $1", [name]);
  return rows[0]?.id ?? 0;
}

async function marks(clusterId: number): Promise<number> {
  const { rows } = await db.pool.query(
    "DELETE FROM outbox WHERE kind = 'cells.judge.signal' AND cluster_id = $1 RETURNING 1",
    [clusterId],
  );
  return rows.length;
}

const replayOf = async (name: string) => (await listReplays(sql())).find(({ cluster }) => cluster === name);

describe("replaying on stable weeks", () => {
  it("tests signals of the catalogue", () => {
    expect(SIGNALS.filter((id) => signalById(id)?.method !== "rate")).toEqual([]);
  });

  it("passes a quiet cluster, judges it again, writes it down, and leaves it until another week is whole", async () => {
    const { clusterId, releaseId } = await record("quiet", { weeks: 4 });
    expect(await replaySignals(ctx())).toEqual({ clusters: 1, replayed: 1 });
    expect(await replayOf("quiet")).toMatchObject({
      ...{ baseline: STABLE, ruleVersion: SIGNAL_RULES_VERSION, weeks: 4, tests: 36, falseAlarms: 0, passed: true },
    });
    expect(await listPassedReplays(sql(), { baseline: STABLE, ruleVersion: SIGNAL_RULES_VERSION })).toEqual([
      clusterId,
    ]);
    expect(await listPassedReplays(sql(), { baseline: STABLE, ruleVersion: "signals-0" })).toEqual([]);
    const { rows } = await db.pool.query("SELECT release_id FROM outbox WHERE kind = 'cells.judge.signal'");
    expect(rows).toEqual([{ release_id: releaseId }]);
    expect(await marks(clusterId)).toBe(1);
    const audit = await db.pool.query(
      "SELECT subject_id, data->>'state' AS state FROM audit_entry WHERE action = 'signals.replayed'",
    );
    expect(audit.rows).toEqual([{ subject_id: "quiet", state: "passed" }]);
    expect(await replaySignals(ctx())).toEqual({ clusters: 1, replayed: 0 });

    // Another week, in which signals double: it fails, and is judged again.
    now = new Date(MONDAY.getTime() + WEEK * HOUR_MS);
    await record("quiet", { weeks: 5, from: now, restless: 4 });
    expect(await replaySignals(ctx())).toMatchObject({ replayed: 1 });
    const failed = await replayOf("quiet");
    expect(failed).toMatchObject({ passed: false, weeks: 5, falseAlarms: 12 });
    expect(ReplayDetailSchema.parse(failed?.detail)).toMatchObject({ state: "failed", alarms: expect.any(Array) });
    expect(await marks(clusterId)).toBe(1);
    now = MONDAY;
  });

  it("says how many weeks a young cluster still needs, and judges nothing again", async () => {
    const { clusterId } = await record("young", { weeks: 2 });
    await replaySignals(ctx());
    const young = await replayOf("young");
    expect(young).toMatchObject({ passed: false, weeks: 2, tests: 0 });
    expect(ReplayDetailSchema.parse(young?.detail)).toMatchObject({ state: "waiting", weeksNeeded: 3 });
    expect(await marks(clusterId)).toBe(0);
  });
});
