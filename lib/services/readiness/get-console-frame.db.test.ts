import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { putRelease } from "../releases/put-release";
import { drainOutbox } from "./drain-outbox";
import { getConsoleFrame } from "./get-console-frame";

const NOW = new Date("2026-06-10T09:02:00Z");
const NO_REGRESSIONS = { open: 0, acknowledged: 0, resolved: 0, dismissed: 0 };

let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db, { now: () => NOW });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

it("has nothing to show before anything came in, and says so", async () => {
  expect(await getConsoleFrame({ ctx: ctx() })).toEqual({
    releases: [],
    candidate: null,
    judgedAt: null,
    clusters: 0,
    verdicts: { ready: 0, review: 0, unproven: 0, blocked: 0 },
    regressions: NO_REGRESSIONS,
  });
});

it("offers tracked releases newest first, and the newest pre-release without being told", async () => {
  for (const version of ["1.19.6", "1.20.0-pre.2", "1.20.0-pre.10"]) {
    await putRelease({ ctx: ctx(), version, input: { tracked: true } });
  }
  await putRelease({ ctx: ctx(), version: "1.20.0-rc.1", input: { tracked: false } });
  await putCluster({ ctx: ctx(), name: "edge-1", input: { tier: "canary" } });
  await drainOutbox(ctx());
  expect(await getConsoleFrame({ ctx: ctx() })).toEqual({
    releases: [
      { version: "1.20.0-pre.10", channel: "pre", baseline: "1.19.6" },
      { version: "1.20.0-pre.2", channel: "pre", baseline: "1.19.6" },
      { version: "1.19.6", channel: "stable", baseline: null },
    ],
    candidate: "1.20.0-pre.10",
    judgedAt: NOW.toISOString(),
    clusters: 1,
    verdicts: { ready: 0, review: 0, unproven: 1, blocked: 0 },
    regressions: NO_REGRESSIONS,
  });
});

it("counts a cluster that was never judged as unproven", async () => {
  await putCluster({ ctx: ctx(), name: "edge-2", input: { tier: "canary" } });
  const { verdicts, clusters } = await getConsoleFrame({ ctx: ctx() });
  expect({ verdicts, clusters }).toEqual({
    clusters: 2,
    verdicts: { ready: 0, review: 0, unproven: 2, blocked: 0 },
  });
});

it("asks for permission", async () => {
  const stranger = testContext(db, { actor: tokenActor(["ingest"]) });
  await expect(getConsoleFrame({ ctx: stranger })).rejects.toMatchObject({ code: "FORBIDDEN" });
});
