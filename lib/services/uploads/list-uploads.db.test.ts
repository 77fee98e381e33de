import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { listEventsAfter } from "@/lib/db/events";
import { bodyOf, testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { listGateActivity } from "../gates/list-gate-activity";
import { recordGateRun } from "../gates/record-gate-run";
import { listUploads } from "./list-uploads";

let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db);

function send(cluster: string, document: string, ranAt?: string) {
  return recordGateRun({
    ctx: ctx(),
    input: { cluster, release: "1.20.0-pre.3", gate: "connectivity-suite", attempt: 1, ...(ranAt && { ranAt }) },
    body: bodyOf(document, "application/json"),
    idempotencyKey: null,
  });
}
const one = (status: string, name = "a") => JSON.stringify({ cases: [{ name, status }] });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  for (const name of ["a", "b"]) await putCluster({ ctx: ctx(), name, input: { tier: "gating" } });
  await send("a", one("passed"), "2026-06-08T10:00:00Z");
  await send("a", one("failed"), "2026-06-08T12:00:00Z");
  await send("b", JSON.stringify({ cases: [...JSON.parse(one("failed")).cases, ...JSON.parse(one("passed")).cases] }));
});
afterAll(() => close());

describe("uploads", () => {
  it("counts by state what the other filters leave, whatever state is asked for", async () => {
    await expect(send("a", "{}")).rejects.toMatchObject({ code: "INVALID" });
    const ofA = { kind: null, cluster: "a" };
    const refused = await listUploads({ ctx: ctx(), filter: { ...ofA, state: "refused" }, cursor: null, limit: 10 });
    expect(refused.items.map((upload) => upload.problem?.errors[0]?.pointer)).toEqual(["/cases"]);
    expect(refused.counts).toEqual({ accepted: 2, refused: 1 });
    const all = await listUploads({
      ctx: ctx(),
      filter: { kind: "gate-run", cluster: null, state: null },
      cursor: null,
      limit: 10,
    });
    expect(all.counts).toEqual({ accepted: 3, refused: 1 });
  });

  it("tells of a refusal as of an arrival, so that who watches sees both", async () => {
    const before = await listEventsAfter(db, 0, 1000);
    await expect(send("nowhere", one("passed"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    const after = await listEventsAfter(db, 0, 1000);
    expect(after.slice(before.length)).toMatchObject([{ kind: "ingest", payload: { cluster: "nowhere" } }]);
  });
});

describe("the activity of gates", () => {
  it("says for a release how often each ran, what the runs came to and which was the last", async () => {
    const { release, items } = await listGateActivity({ ctx: ctx(), release: null });
    expect(release).toBe("1.20.0-pre.3");
    expect(items).toMatchObject([
      {
        gate: "connectivity-suite",
        runs: 3,
        outcomes: { passed: 2, failed: 1, error: 0, inconclusive: 0 },
        flaky: 1,
        clusters: 2,
        last: { outcome: "passed", cluster: "b" },
      },
    ]);
  });

  it("does not know a release that nothing was sent for", async () => {
    await expect(listGateActivity({ ctx: ctx(), release: "1.21.0" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
