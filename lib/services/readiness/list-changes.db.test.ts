import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { recordNodeReports } from "../nodes/record-node-reports";
import { putRelease } from "../releases/put-release";
import { drainOutbox } from "./drain-outbox";
import { listVerdictsByDay } from "./list-changes";

const RELEASE = "1.20.0-pre.3";
let db: Database;
let close: () => Promise<void>;
let now = new Date("2026-06-07T22:30:00Z");
const ctx = () => testContext(db, { now: () => now });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const byDay = async (days: number) => {
  const { items } = await listVerdictsByDay({ ctx: ctx(), release: RELEASE, cluster: "days", days });
  return items.map(({ day, verdict, areas }) => `${day} ${verdict} ${areas.kernel}`);
};

it("holds a verdict until the next one, and says nothing of the days before the first", async () => {
  await putRelease({ ctx: ctx(), version: RELEASE, input: { tracked: true } });
  await putCluster({ ctx: ctx(), name: "days", input: { tier: "canary" } });
  await drainOutbox(ctx());
  now = new Date("2026-06-10T09:00:00Z");
  expect(await byDay(6)).toEqual([
    "2026-06-07 unproven unproven",
    "2026-06-08 unproven unproven",
    "2026-06-09 unproven unproven",
    "2026-06-10 unproven unproven",
  ]);
  const report = {
    cluster: "days",
    node: "old",
    collectedAt: now.toISOString(),
    kernel: { release: "4.9.0", machine: "x86_64" },
    btf: { vmlinux: false },
  };
  await recordNodeReports({
    ctx: ctx(),
    body: bodyOf(JSON.stringify(report), "application/json"),
    idempotencyKey: null,
  });
  await drainOutbox(ctx());
  expect(await byDay(2)).toEqual(["2026-06-09 unproven unproven", "2026-06-10 blocked blocked"]);
});
