import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { retireCluster } from "../clusters/retire-cluster";
import { recordMetricWindows } from "./record-metric-windows";

/** A Sunday evening: the week's partition ends with the day. */
const NOW = new Date("2026-06-14T22:30:00Z");
let db: Database;
let close: () => Promise<void>;
const ctx = (of: { scopes?: readonly ["read"]; now?: Date } = {}) =>
  testContext(db, { actor: tokenActor(of.scopes ?? ["ingest", "read"]), now: () => of.now ?? NOW });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  for (const name of ["eu-1", "eu-2", "gone"]) {
    await putCluster({ ctx: testContext(db), name, input: { tier: "canary" } });
  }
  await retireCluster({ ctx: testContext(db), name: "gone" });
});
afterAll(() => close());

const window = (start: string, of: Record<string, unknown> = {}) => ({
  signal: "dns_error",
  start,
  x: 3,
  exposure: 9000,
  ...of,
});
function send(windows: readonly unknown[], of: { cluster?: string; now?: Date; key?: string } = {}) {
  const document = { cluster: of.cluster ?? "eu-1", release: "v1.20.0-pre.3", windows };
  return recordMetricWindows({
    ctx: ctx(of.now ? { now: of.now } : {}),
    body: bodyOf(JSON.stringify(document), "application/json"),
    idempotencyKey: of.key ?? null,
  });
}
interface Row {
  signal: string;
  hour: Date;
  x: number | null;
  exposure: number | null;
  coverage: number;
  way: string;
  label: string;
  value: string;
}
async function blocks(hour: string, cluster = "eu-1") {
  const { rows } = await db.pool.query<Row>(
    `SELECT b.*, s.label, s.value FROM signal_block b JOIN cluster c ON c.id = b.cluster_id AND c.name = $2
     JOIN signal_segment s ON s.id = b.segment_id WHERE b.hour = $1 ORDER BY b.signal, s.label, s.value`,
    [hour, cluster],
  );
  return rows;
}

describe("pushing windows", () => {
  it("keeps an hour with its segments, whose absence is not zero", async () => {
    const segments = [
      { label: "rcode", value: "Server Failure", x: 3 },
      { label: "node", value: "n1", x: null, exposure: 400 },
    ];
    const answer = await send([window("2026-06-14T20:00:00Z", { segments, form: null, lost: 0.001 })]);
    expect(answer).toMatchObject({ status: 201, body: { duplicate: false, accepted: 1, duplicates: 0, rejected: [] } });
    expect(await blocks("2026-06-14T20:00:00Z")).toMatchObject([
      { label: "", x: 3, exposure: 9000, coverage: 1, way: "push" },
      { label: "node", value: "n1", x: null, exposure: 400 },
      { label: "rcode", value: "Server Failure", x: 3, exposure: null },
    ]);
    const { rows } = await db.pool.query("SELECT kind FROM outbox WHERE kind LIKE 'cells.judge%'");
    expect(rows).not.toEqual([]);
  });

  it("takes per cent for a share where releases differ", async () => {
    await send([window("2026-06-14T19:00:00Z", { signal: "nat_saturation", x: 61, exposure: null })]);
    expect(await blocks("2026-06-14T19:00:00Z")).toMatchObject([{ signal: "nat_saturation", x: 0.61 }]);
  });

  it("makes the partitions of both weeks when the hours go over a week's end", async () => {
    const now = new Date("2026-08-03T01:10:00Z");
    const answer = await send(
      [window("2026-08-02T23:00:00Z"), window("2026-08-03T00:00:00Z"), window("2026-08-03T01:00:00+01:00", { x: 4 })],
      { now },
    );
    expect(answer.body).toMatchObject({ accepted: 2, duplicates: 1 });
    const { rows } = await db.pool.query<{ part: string }>(
      "SELECT DISTINCT tableoid::regclass::text AS part FROM signal_block WHERE hour > '2026-08-01' ORDER BY 1",
    );
    expect(rows.map((row) => row.part)).toEqual(["signal_block_2026w31", "signal_block_2026w32"]);
  });

  it("replaces a known hour only by one that was observed as well and says something else", async () => {
    const start = "2026-06-14T10:00:00Z";
    const steps = [
      { coverage: 0.8, x: 10, segments: [{ label: "rcode", value: "A", x: 10 }] },
      { coverage: 0.7, x: 99 },
      { coverage: 0.8, x: 10 },
      { coverage: 0.8, x: 12, segments: [{ label: "rcode", value: "B", x: 12 }] },
      { coverage: 1, x: 15, segments: [{ label: "rcode", value: "B", x: 15 }] },
    ];
    const accepted: unknown[] = [];
    for (const [index, step] of steps.entries()) {
      const answer = await send([window(start, step)], { key: `better-${index}` });
      accepted.push([answer.status, answer.body.accepted, answer.body.duplicates]);
    }
    expect(accepted).toEqual([
      [201, 1, 0],
      [200, 0, 1],
      [200, 0, 1],
      [201, 1, 0],
      [201, 1, 0],
    ]);
    expect(await blocks(start)).toMatchObject([
      { label: "", x: 15, coverage: 1 },
      { label: "rcode", value: "B", x: 15 },
    ]);
  });

  it("keeps the good windows of a document and names the bad ones by pointer", async () => {
    const answer = await send([
      window("2026-06-14T11:00:00Z"),
      window("2026-06-14T11:00:00Z", { signal: "nonsense" }),
      window("2026-06-14T11:30:00Z"),
      window("2026-06-14T22:00:00Z"),
      window("2026-06-15T11:00:00Z"),
      window("2024-06-14T11:00:00Z"),
      window("2026-06-14T12:00:00Z", { x: -1 }),
      window("2026-06-14T12:00:00Z", { exposures: 1 }),
      window("2026-06-14T12:00:00Z", { windowSeconds: 300 }),
      window("2026-06-14T12:00:00Z", { coverage: 1.1, x: "3" }),
      window("2026-06-14T12:00:00Z", {
        segments: [
          { label: "a", value: "b", x: 1 },
          { label: "a", value: "b", x: 2 },
        ],
      }),
      "nothing",
    ]);
    expect(answer.status).toBe(207);
    expect(answer.body).toMatchObject({ accepted: 1, duplicates: 0 });
    const rejected = answer.body.rejected as { pointer: string; detail: string }[];
    expect(rejected.map((item) => item.pointer)).toEqual([
      "/windows/1/signal",
      "/windows/2/start",
      "/windows/3/start",
      "/windows/4/start",
      "/windows/5/start",
      "/windows/6/x",
      "/windows/7/exposures",
      "/windows/8/windowSeconds",
      "/windows/9/x",
      "/windows/9/coverage",
      "/windows/10/segments/1",
      "/windows/11",
    ]);
    expect(rejected[2]?.detail).toContain("has not ended");
    expect(await blocks("2026-06-14T12:00:00Z")).toEqual([]);
  });

  it("answers a replay as duplicates, and the same key with something else as a conflict", async () => {
    const windows = [window("2026-06-14T13:00:00Z"), window("2026-06-14T14:00:00Z")];
    const first = await send(windows, { key: "k" });
    const again = await send(windows, { key: "k" });
    expect(again).toMatchObject({
      status: 200,
      body: { id: first.body.id, duplicate: true, accepted: 0, duplicates: 2 },
    });
    await expect(send([windows[0]], { key: "k" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("lets two senders of the same hours race: each hour is accepted once", async () => {
    const hours = Array.from({ length: 20 }, (_, hour) => `2026-06-13T${String(hour).padStart(2, "0")}:00:00Z`);
    const answers = await Promise.all(
      [hours, hours.toReversed()].map((order, index) =>
        send(
          order.map((start) => window(start, { segments: [{ label: "rcode", value: `R${index}`, x: 3 }] })),
          { cluster: "eu-2", key: `race-${index}` },
        ),
      ),
    );
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 201]);
    expect(answers.map((answer) => answer.body.accepted).toSorted()).toEqual([0, 20]);
    expect(await blocks("2026-06-13T05:00:00Z", "eu-2")).toHaveLength(2);
  });

  it.each([
    ["an unknown cluster", [window("2026-06-14T11:00:00Z")], { cluster: "nowhere" }, "NOT_FOUND"],
    ["a retired cluster", [window("2026-06-14T11:00:00Z")], { cluster: "gone" }, "NOT_FOUND"],
    ["a document without a good window", [window("2026-06-14T11:00:01Z"), {}], {}, "INVALID"],
    ["a document without windows", [], {}, "INVALID"],
  ])("refuses %s and changes nothing", async (_what, windows, of, code) => {
    const before = await db.prisma.signalBlock.count();
    await expect(send(windows, of)).rejects.toMatchObject({ code });
    expect(await db.prisma.signalBlock.count()).toBe(before);
  });

  it("refuses a body that is too large, not JSON, or of one who may not", async () => {
    const post = (body: ReturnType<typeof bodyOf>, scopes?: readonly ["read"]) =>
      recordMetricWindows({ ctx: ctx(scopes ? { scopes } : {}), body, idempotencyKey: null });
    const large = bodyOf(" ".repeat(17 * 1024 * 1024), "application/json");
    await expect(post(large)).rejects.toMatchObject({ code: "TOO_LARGE" });
    await expect(post(bodyOf("{", "application/json"))).rejects.toMatchObject({ code: "INVALID" });
    await expect(post(bodyOf("{}", "application/json"))).rejects.toMatchObject({
      more: { errors: [{ pointer: "/cluster" }, { pointer: "/release" }, { pointer: "/windows" }] },
    });
    await expect(post(bodyOf("{}", "application/json"), ["read"])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("takes thousands of windows in one call", async () => {
    const windows = Array.from({ length: 6000 }, (_, index) =>
      window(new Date(Date.UTC(2026, 4, 1) - (index % 3000) * 3_600_000).toISOString(), {
        signal: index < 3000 ? "dns_error" : "drop_per_flow",
        segments: [{ label: "node", value: `n${index % 7}`, x: 1 }],
      }),
    );
    const answer = await send(windows, { cluster: "eu-2" });
    expect(answer.body).toMatchObject({ accepted: 6000, rejected: [] });
  });
});
