import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { eventFeed } from "./event-feed";
import { eventPosition } from "./event-position";

let db: Database;
let close: () => Promise<void>;
let now = new Date("2026-06-10T09:00:00Z");
const ctx = () => testContext(db, { now: () => now });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

async function nextPayload(after: number): Promise<unknown> {
  const feed = eventFeed(ctx(), after, AbortSignal.timeout(5_000));
  for await (const item of feed) if (item !== null) return item === "reset" ? item : item.payload;
  return "nothing";
}

it("is where a page follows on: before what happened while it was drawn, after what it shows already", async () => {
  expect(await eventPosition({ ctx: ctx() })).toBe(0);
  await putCluster({ ctx: ctx(), name: "first", input: { tier: "canary" } });
  expect(await nextPayload(await eventPosition({ ctx: ctx() }))).toEqual({ cluster: "first" });

  now = new Date("2026-06-10T09:00:10Z");
  const drawnAt = await eventPosition({ ctx: ctx() });
  await putCluster({ ctx: ctx(), name: "second", input: { tier: "canary" } });
  expect(await nextPayload(drawnAt)).toEqual({ cluster: "second" });

  now = new Date("2026-06-10T09:00:20Z");
  expect(await eventPosition({ ctx: ctx() })).toBeGreaterThan(drawnAt);
});
