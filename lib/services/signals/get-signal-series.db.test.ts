import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { putRelease } from "../releases/put-release";
import { getClusterSignals } from "./get-cluster-signals";
import { getSignalSeries, type SignalSeriesInput } from "./get-signal-series";
import { listSignalCatalogue } from "./list-signal-catalogue";
import { recordMetricWindows } from "./record-metric-windows";

const NOW = new Date("2026-06-15T12:00:00Z");
const HOUR = 3_600_000;
const CANDIDATE = "1.20.0-pre.3";
const BASELINE = "1.19.6";
let db: Database;
let close: () => Promise<void>;
const ctx = () => testContext(db, { now: () => NOW, actor: tokenActor(["admin"]) });
const hour = (ago: number) => new Date(NOW.getTime() - ago * HOUR).toISOString();

function send(release: string, windows: readonly Record<string, unknown>[]) {
  const body = bodyOf(JSON.stringify({ cluster: "eu-1", release, windows }), "application/json");
  return recordMetricWindows({ ctx: ctx(), body, idempotencyKey: null });
}

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  for (const name of ["eu-1", "silent"]) await putCluster({ ctx: ctx(), name, input: { tier: "canary" } });
  const days = [1, 2, 3, 4, 5].map((day) => day * 24);
  await send(BASELINE, [
    ...days.map((ago, index) => ({ signal: "dns_error", start: hour(24 + ago), x: index + 1, exposure: 1000 })),
    { signal: "restarts", start: hour(50), x: 2, exposure: null },
  ]);
  await send(CANDIDATE, [
    {
      signal: "dns_error",
      start: hour(24),
      x: 50,
      exposure: 1000,
      segments: [{ label: "rcode", value: "Server Failure", x: 40 }],
    },
    { signal: "dns_error", start: hour(23), x: null, exposure: 1000, coverage: 0.4 },
    { signal: "dns_error", start: hour(20), x: 4, exposure: 0 },
    { signal: "dns_error", start: hour(19), x: 30, exposure: 1500 },
  ]);
  await putRelease({ ctx: ctx(), version: CANDIDATE, input: { baseline: BASELINE } });
});
afterAll(() => close());

const series = (input: Partial<SignalSeriesInput> = {}) =>
  getSignalSeries({ ctx: ctx(), input: { cluster: "eu-1", signal: "dns_error", ...input } });

describe("the series of a signal", () => {
  it("is of the last two weeks, with gaps that stay gaps and the usual at that hour", async () => {
    const answer = await series();
    expect(answer).toMatchObject({
      cluster: "eu-1",
      release: CANDIDATE,
      baselineRelease: BASELINE,
      segment: null,
      from: "2026-06-01T12:00:00.000Z",
      to: NOW.toISOString(),
      candidateSince: hour(24),
      signal: { id: "dns_error", title: "DNS errors" },
    });
    expect(answer.candidate).toEqual([
      { at: hour(24), value: 0.05, x: 50, exposure: 1000, coverage: 1 },
      { at: hour(23), value: null, x: null, exposure: 1000, coverage: expect.closeTo(0.4, 6) },
      { at: hour(20), value: null, x: 4, exposure: 0, coverage: 1 },
      { at: hour(19), value: 0.02, x: 30, exposure: 1500, coverage: 1 },
    ]);
    expect(answer.baseline.map((point) => point.value)).toEqual([0.005, 0.004, 0.003, 0.002, 0.001]);
    expect(answer.band).toHaveLength(14 * 24);
    expect(answer.band.find((band) => band.at === hour(24))).toEqual({
      at: hour(24),
      middle: 0.003,
      low: expect.closeTo(0.0011, 9),
      high: expect.closeTo(0.0049, 9),
    });
  });

  it("is of a segment against the exposure of the whole where it has none of its own", async () => {
    const answer = await series({ label: "rcode", value: "Server Failure" });
    expect(answer.segment).toEqual({ label: "rcode", value: "Server Failure" });
    expect(answer.candidate).toEqual([{ at: hour(24), value: 0.04, x: 40, exposure: 1000, coverage: 1 }]);
  });

  it("is of the span that is asked for", async () => {
    const answer = await series({ from: hour(20), to: hour(10) });
    expect(answer.candidate.map((point) => point.at)).toEqual([hour(20), hour(19)]);
    expect(answer.baseline).toEqual([]);
    expect(answer.band).toHaveLength(10);
    expect(answer.candidateSince).toBe(hour(24));
  });

  it.each([
    ["an unknown signal", { signal: "nonsense" }, "NOT_FOUND"],
    ["an unknown cluster", { cluster: "nowhere" }, "NOT_FOUND"],
    ["an unknown release", { release: "9.9.9" }, "NOT_FOUND"],
    ["a label without a value", { label: "node" }, "INVALID"],
    ["an end before the beginning", { from: hour(1), to: hour(2) }, "INVALID"],
    ["a span of years", { from: "2020-01-01T00:00:00Z" }, "INVALID"],
  ])("refuses %s", async (_what, input, code) => {
    await expect(series(input)).rejects.toMatchObject({ code });
  });
});

describe("the signals of a cluster", () => {
  it("are those that anything is known of, with how they come in", async () => {
    const answer = await getClusterSignals({ ctx: ctx(), name: "eu-1", release: null });
    expect(answer).toMatchObject({
      release: CANDIDATE,
      candidateSince: hour(24),
      source: { way: "push", newestAt: hour(19), trouble: "No newer hour came in." },
    });
    expect(answer.items.map((item) => [item.signal.id, item.state])).toEqual([
      ["dns_error", "INSUFFICIENT"],
      ["restarts", "NO_DATA"],
    ]);
    expect(answer.items[0]?.candidate.map((point) => point.value)).toEqual([0.05, null, null, 0.02]);
    expect(answer.items[0]?.band).toHaveLength(4);
  });

  it("have the rules' words and the regression that lives", async () => {
    const cluster = await db.prisma.cluster.findUniqueOrThrow({ where: { name: "eu-1" } });
    const release = await db.prisma.release.findUniqueOrThrow({ where: { version: CANDIDATE } });
    const id = "0192f0c1-2b3a-7000-8000-000000000001";
    await db.pool.query(
      `INSERT INTO regression (id, cluster_id, release_id, baseline, kind, subject, area, state, cell_state, direction,
         severity, sentence, card, first_seen_at, last_seen_at)
       VALUES ($1, $2, $3, 'x', 'signal', 'dns_error', 'dataplane', 'open', 'REGRESSED', 'up', 'risk', '', '{}', now(), now())`,
      [id, cluster.id, release.id],
    );
    const answer = await getClusterSignals({ ctx: ctx(), name: "eu-1", release: CANDIDATE });
    expect(answer.items.map((item) => item.regressionId)).toEqual([id, null]);
  });

  it("are none of a cluster that never sent any", async () => {
    const answer = await getClusterSignals({ ctx: ctx(), name: "silent", release: null });
    expect(answer).toMatchObject({
      items: [],
      candidateSince: null,
      source: { way: "none", newestAt: null, trouble: null },
    });
  });
});

describe("the catalogue", () => {
  it("lists every signal with its queries", () => {
    const { items } = listSignalCatalogue({ ctx: ctx() });
    expect(items.length).toBeGreaterThanOrEqual(37);
    expect(items.find((item) => item.id === "dns_error")?.numerator).toContain("hubble_dns_responses_total{$S");
  });
});
