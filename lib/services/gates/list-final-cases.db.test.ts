import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { listFinalCases } from "./list-final-cases";
import { recordGateRun } from "./record-gate-run";

let db: Database;
let close: () => Promise<void>;
let runId: string;
const ctx = () => testContext(db);

const CASES = [
  ["s", "zebra", "passed", null],
  ["s", "flaps", "failed", "connection refused"],
  ["s", "breaks", "failed", "100 % lost"],
  ["s", "skips", "skipped", null],
  ["s", "flaps", "passed", null],
  ["r", "breaks", "error", "panic"],
  ["s", "breaks", "failed", "timed_out"],
  ["s", "alpha", "passed", null],
] as const;

function list(of: { status?: "failed" | "flaky" | "passed"; search?: string; cursor?: string; limit?: number } = {}) {
  const { cursor = null, limit = 50, ...filter } = of;
  return listFinalCases({ ctx: ctx(), runId, filter, cursor, limit });
}

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  await putCluster({ ctx: ctx(), name: "c", input: { tier: "gating" } });
  const cases = CASES.map(([suite, name, status, message]) => ({ suite, name, status, message }));
  const answer = await recordGateRun({
    ctx: ctx(),
    input: { cluster: "c", release: "1.20.0-pre.3", gate: "connectivity-suite", attempt: 1 },
    body: bodyOf(JSON.stringify({ cases }), "application/json"),
    idempotencyKey: null,
  });
  runId = String(answer.body.id);
});
afterAll(() => close());

describe("the cases of a run, one item a case", () => {
  it("puts what is worst first, and is ordered by suite and name among equals", async () => {
    const { items, counts } = await list();
    expect(items.map(({ suite, name, status, flaky }) => `${suite} ${name} ${flaky ? "flaky" : status}`)).toEqual([
      "s breaks failed",
      "r breaks error",
      "s flaps flaky",
      "s skips skipped",
      "s alpha passed",
      "s zebra passed",
    ]);
    expect(counts).toEqual({ passed: 2, failed: 1, error: 1, skipped: 1, flaky: 1 });
  });

  it("keeps the executions that went before, with what they said", async () => {
    const { items } = await list();
    expect(items[0]).toMatchObject({
      message: "timed_out",
      earlier: [{ ordinal: 2, status: "failed", message: "100 % lost" }],
    });
    expect(items[2]?.earlier).toMatchObject([{ status: "failed", message: "connection refused" }]);
    expect(items[4]?.earlier).toEqual([]);
  });

  it("walks through all of them page by page, none twice", async () => {
    const seen: number[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list({ limit: 2, ...(cursor === null ? {} : { cursor }) });
      seen.push(...page.items.map((item) => item.ordinal));
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual((await list()).items.map((item) => item.ordinal));
  });

  it("means by a status what the counts mean by it", async () => {
    expect((await list({ status: "failed" })).items.map(({ name }) => name)).toEqual(["breaks"]);
    expect((await list({ status: "passed" })).items.map(({ name }) => name)).toEqual(["alpha", "zebra"]);
    expect((await list({ status: "flaky" })).items.map(({ name }) => name)).toEqual(["flaps"]);
  });

  it("searches name, suite and message literally, and counts what is left whatever status is asked for", async () => {
    const found = await list({ search: "TIMED_", status: "passed" });
    expect(found.items).toEqual([]);
    expect(found.counts).toEqual({ passed: 0, failed: 1, error: 0, skipped: 0, flaky: 0 });
    expect((await list({ search: "imedXout" })).items).toEqual([]);
    expect((await list({ search: "_" })).items.map(({ message }) => message)).toEqual(["timed_out"]);
  });
});
