import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { withTransaction } from "../context";
import { eventFeed } from "../events/event-feed";
import { listAudit } from "./list-audit";
import { verifyAudit } from "./verify-audit";

let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db);

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

describe("the audit log", () => {
  it("has one entry for each change, numbered without gaps whoever writes at the same time", async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        putCluster({ ctx: ctx(), name: `c-${index}`, input: { tier: "gating" } }),
      ),
    );
    const { items } = await listAudit({ ctx: ctx(), filter: {}, cursor: null, limit: 100 });
    expect(items.map((entry) => entry.seq)).toEqual(Array.from({ length: 20 }, (_, index) => 20 - index));
    expect(await verifyAudit({ ctx: ctx() })).toMatchObject({ intact: true, entries: 20, brokenAt: null });
  });

  it("says nothing of a change that was rolled back", async () => {
    const failing = withTransaction(ctx(), async (_tx, pad) => {
      pad.recordAudit({ action: "cluster.changed", subjectKind: "cluster", subjectId: "c-1", data: {} });
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    expect(await verifyAudit({ ctx: ctx() })).toMatchObject({ intact: true, entries: 20 });
  });

  it("refuses to be changed", async () => {
    await expect(db.pool.query("UPDATE audit_entry SET actor_name = 'x'")).rejects.toThrow("append-only");
    await expect(db.pool.query("DELETE FROM audit_entry")).rejects.toThrow("append-only");
  });

  it("shows where it was tampered with by someone who could", async () => {
    await db.pool.query("ALTER TABLE audit_entry DISABLE TRIGGER ALL");
    await db.pool.query("UPDATE audit_entry SET actor_name = 'somebody else' WHERE seq = 7");
    expect(await verifyAudit({ ctx: ctx() })).toMatchObject({ intact: false, brokenAt: 7 });
    await db.pool.query("DELETE FROM audit_entry WHERE seq = 5");
    expect(await verifyAudit({ ctx: ctx() })).toMatchObject({ intact: false, brokenAt: 5 });
  });
});

describe("the event feed", () => {
  it("tells what is committed as it is committed, and resumes after an id without loss", async () => {
    const stop = new AbortController();
    const feed = eventFeed(ctx(), null, stop.signal);
    await feed.next();
    const waiting = feed.next();
    await putCluster({ ctx: ctx(), name: "told", input: { tier: "canary" } });
    const { value } = await waiting;
    expect(value).toMatchObject({ kind: "readiness", payload: { cluster: "told" } });
    stop.abort();
    await feed.return(undefined);

    const resumed = eventFeed(ctx(), 0, AbortSignal.timeout(5_000));
    const seen: unknown[] = [];
    for await (const item of resumed) {
      if (item !== null && item !== "reset") seen.push(item.id);
      if (seen.length === 21) break;
    }
    expect(seen).toEqual(Array.from({ length: 21 }, (_, index) => index + 1));
  });

  it("says so when events were missed", async () => {
    await db.pool.query("DELETE FROM event WHERE id < 10");
    const feed = eventFeed(ctx(), 2, AbortSignal.timeout(5_000));
    expect((await feed.next()).value).toBe("reset");
    await feed.return(undefined);
  });
});
