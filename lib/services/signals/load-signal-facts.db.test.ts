import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { findRelease } from "@/lib/db/releases";
import { queryableOf } from "@/lib/db/transaction";
import { bodyOf, testContext, testDatabase } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { loadSignalFacts } from "./load-signal-facts";
import { recordMetricWindows } from "./record-metric-windows";

const NOW = new Date("2026-06-15T12:00:00Z");
const HOUR = 3_600_000;
const CANDIDATE = "1.20.0-pre.3";
const BASELINE = "1.19.6";
let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db, { now: () => NOW });
const hour = (ago: number) => new Date(NOW.getTime() - ago * HOUR);

function send(cluster: string, release: string, windows: readonly Record<string, unknown>[]) {
  const body = bodyOf(JSON.stringify({ cluster, release, windows }), "application/json");
  return recordMetricWindows({ ctx: ctx(), body, idempotencyKey: null });
}
const hours = (from: number, to: number, of: Record<string, unknown> = {}) =>
  Array.from({ length: from - to }, (_, index) => ({
    signal: "dns_error",
    start: hour(from - index).toISOString(),
    x: 1,
    exposure: 1000,
    ...of,
  }));

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  const put = (name: string, input: Record<string, unknown>) =>
    putCluster({ ctx: ctx(), name, input: { tier: "canary", provider: "eks", ...input } });
  await put("own", { installedRelease: CANDIDATE });
  for (const name of ["control", "upgraded", "retired"]) await put(name, {});
  await put("elsewhere", { provider: "gke" });
  await put("unknown", { provider: undefined });
  const values = Array.from({ length: 23 }, (_, index) => ({ label: "rcode", value: `R${index}`, x: index }));
  await send("own", BASELINE, hours(29 * 24, 48));
  await send("own", BASELINE, hours(32 * 24, 31 * 24));
  await send("own", CANDIDATE, hours(48, 1, { x: 4, coverage: 0.95, lost: 0.002, form: "classic", segments: values }));
  for (const name of ["control", "upgraded", "elsewhere", "unknown", "retired"]) {
    await send(name, BASELINE, hours(60, 2, { segments: [{ label: "node", value: "n1", x: 1 }] }));
  }
  await send("upgraded", CANDIDATE, hours(20, 10));
  await db.pool.query("UPDATE cluster SET retired_at = now() WHERE name = 'retired'");
});
afterAll(() => close());

async function load(of: { installedRelease?: string | null; cluster?: string } = {}) {
  const [candidate, baseline] = await Promise.all([findRelease(db, CANDIDATE), findRelease(db, BASELINE)]);
  const clusterName = of.cluster ?? "own";
  const row = await db.prisma.cluster.findUniqueOrThrow({ where: { name: clusterName } });
  if (candidate === null || baseline === null) throw new Error("no releases");
  return loadSignalFacts(queryableOf(db), {
    clusterId: row.id,
    clusterName,
    installedRelease: of.installedRelease === undefined ? CANDIDATE : of.installedRelease,
    candidate,
    baseline,
    now: NOW,
  });
}

describe("the facts of a cluster's signals", () => {
  it("are its hours with the candidate, and those with the baseline from four weeks before", async () => {
    const [facts, ...others] = await load();
    expect(others).toEqual([]);
    expect(facts).toMatchObject({
      cluster: "own",
      signalId: "dns_error",
      release: CANDIDATE,
      baselineRelease: BASELINE,
      expectsCandidate: true,
    });
    expect(facts?.total.candidate).toHaveLength(47);
    expect(facts?.total.candidate[0]).toEqual({
      hour: hour(48),
      x: 4,
      exposure: 1000,
      coverage: expect.closeTo(0.95, 6),
      lost: expect.closeTo(0.002, 6),
      form: "classic",
    });
    // 28 days before the first hour with the candidate; the hours beyond are another time's.
    expect(facts?.total.baseline).toHaveLength(27 * 24);
    expect(facts?.total.baseline.every((block) => block.hour >= hour(48 + 28 * 24))).toBe(true);
  });

  it("have of a label the twenty values that matter most, with the coverage of their whole", async () => {
    const [facts] = await load();
    const values = facts?.segments.map(({ segment }) => segment.value) ?? [];
    expect(values).toHaveLength(20);
    expect(values).toContain("R22");
    expect(values).not.toContain("R1");
    const top = facts?.segments.find(({ segment }) => segment.value === "R22");
    expect(top?.baseline).toEqual([]);
    expect(top?.candidate).toHaveLength(47);
    expect(top?.candidate[0]).toMatchObject({
      x: 22,
      exposure: null,
      coverage: expect.closeTo(0.95, 6),
      lost: expect.closeTo(0.002, 6),
    });
  });

  it("have as controls the clusters of the provider that stayed on the baseline, whole only", async () => {
    const [facts] = await load();
    expect(facts?.controls.map((control) => control.cluster)).toEqual(["control"]);
    expect(facts?.controls[0]?.candidate).toHaveLength(46);
    expect(facts?.controls[0]?.baseline).toHaveLength(12);
  });

  it("expect the candidate where it is said to run, or was the last that was heard of", async () => {
    expect((await load({ installedRelease: null }))[0]?.expectsCandidate).toBe(true);
    expect((await load({ cluster: "upgraded", installedRelease: null }))[0]?.expectsCandidate).toBe(false);
    expect((await load({ cluster: "upgraded" }))[0]?.expectsCandidate).toBe(true);
  });

  it("are none for a cluster that never sent any", async () => {
    await putCluster({ ctx: ctx(), name: "silent", input: { tier: "canary", provider: "eks" } });
    expect(await load({ cluster: "silent" })).toEqual([]);
  });

  it("keep unknown what was not observed", async () => {
    await db.pool.query("UPDATE signal_block SET x = NULL, exposure = NULL WHERE hour = $1", [hour(7)]);
    const [facts] = await load();
    const gap = { hour: hour(7), x: null, exposure: null };
    expect(facts?.total.candidate.find((block) => block.x === null)).toMatchObject(gap);
    expect(facts?.segments[0]?.candidate.find((block) => block.x === null)).toMatchObject(gap);
  });

  it("never fall below zero where a difference of two counters did", async () => {
    await db.pool.query("UPDATE signal_block SET x = -3 WHERE hour = $1", [hour(5)]);
    const [facts] = await load();
    expect(facts?.total.candidate.map((block) => block.x)).toContain(0);
    expect(Math.min(...(facts?.total.candidate ?? []).map((block) => block.x ?? 0))).toBe(0);
  });
});
