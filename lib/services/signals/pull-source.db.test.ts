import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { findMetricSource, listDueSources, withSourceLock } from "@/lib/db/metric-sources";
import { queryableOf } from "@/lib/db/transaction";
import type { PutClusterInput } from "@/lib/domain/clusters/cluster";
import { testContext, testDatabase } from "@/lib/testing/context";
import { answerOf, type MetricWorld } from "@/lib/testing/metric-world";
import { wireServer } from "@/lib/testing/wire-server";
import { putCluster } from "../clusters/put-cluster";
import { pullSource } from "./pull-source";
import { schedulePulls } from "./schedule-pulls";

const HOUR = 3_600_000;
const NOW = new Date("2026-07-10T12:30:00Z");

let db: Awaited<ReturnType<typeof testDatabase>>;
let now = NOW;
let clusterId = 0;
let count = 0;
let name = "";
let close: () => Promise<void> = () => Promise.resolve();

beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());
beforeEach(() => {
  now = NOW;
});
afterEach(() => close());

const ctx = () => testContext(db.db, { now: () => now });
const sql = () => queryableOf(db.db);
const pull = () => pullSource(ctx(), { clusterId, allowLoopback: true });

async function serve(world: Omit<MetricWorld, "cluster">, more: Partial<PutClusterInput> = {}) {
  const wire = await wireServer((request) => answerOf(request, { cluster: name, ...world }));
  close = wire.close;
  count += 1;
  name = `pulled-${count}`;
  await putCluster({
    ctx: ctx(),
    name,
    input: { tier: "canary", prometheus: { url: wire.url }, ...more },
  });
  const [row] = await sql().query<{ id: number }>("SELECT id FROM cluster WHERE name = $1", [name]);
  clusterId = row?.id ?? 0;
  return wire;
}

/** So that a test need not make up for a week. */
async function cursorAt(hour: Date) {
  await sql().query(
    "INSERT INTO metric_source (cluster_id, next_hour) VALUES ($1, $2) ON CONFLICT (cluster_id) DO UPDATE SET next_hour = $2",
    [clusterId, hour],
  );
}

const hoursAgo = (hours: number) => new Date(Math.floor(NOW.getTime() / HOUR) * HOUR - hours * HOUR);

const blocks = (signal = "drop_per_flow", segment = 0) =>
  sql().query<{ version: string; hour: Date; x: number | null; exposure: number | null; coverage: number }>(
    `SELECT r.version, b.hour, b.x, b.exposure, b.coverage FROM signal_block b JOIN release r ON r.id = b.release_id
     WHERE b.cluster_id = $1 AND b.signal = $2 AND (b.segment_id = 0) = ($3 = 0) ORDER BY b.hour, r.version`,
    [clusterId, signal, segment],
  );
const audits = () =>
  sql().query<{ data: Record<string, unknown> }>(
    "SELECT data FROM audit_entry WHERE action = 'signals.pulled' AND subject_id = $1 ORDER BY seq",
    [name],
  );

describe("pulling finished hours", () => {
  it("writes blocks with their segments, the cursor, marks and an audit entry", async () => {
    await serve({});
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "pulled", hours: 1 });
    expect(await blocks()).toEqual([{ version: "1.19.6", hour: hoursAgo(1), x: 40, exposure: 200_000, coverage: 1 }]);
    expect(await blocks("drop_per_flow", 1)).toHaveLength(1);
    expect(await findMetricSource(db.db, clusterId)).toMatchObject({
      nextHour: hoursAgo(0),
      failures: 0,
      version: "2.42.0",
      lastError: null,
    });
    const marks = await sql().query("SELECT kind FROM outbox WHERE cluster_id = $1 AND kind LIKE 'cells.judge%'", [
      clusterId,
    ]);
    expect(marks).toHaveLength(1);
    expect(await audits()).toMatchObject([{ data: { from: hoursAgo(1).toISOString(), releases: ["1.19.6"] } }]);
    expect(await pull()).toMatchObject({ outcome: "up-to-date" });
  });

  it("asks for the whole hour at its end, once for each query", async () => {
    const wire = await serve({});
    await cursorAt(hoursAgo(1));
    await pull();
    const queries = wire.requests.filter(({ path }) => path.endsWith("/query"));
    expect(new Set(queries.map(({ form }) => form.get("time")))).toEqual(
      new Set([String(hoursAgo(0).getTime() / 1000)]),
    );
    const texts = queries.map(({ form }) => form.get("query"));
    // What runs and how well it is scraped is asked before, and for itself.
    expect(texts.length - new Set(texts).size).toBeLessThanOrEqual(1);
    expect(wire.mostOpen()).toBeLessThanOrEqual(2);
  });

  it("makes up for an outage in order, a few hours at a time, seven days at the most", async () => {
    await serve({});
    await cursorAt(hoursAgo(30));
    expect(await pull()).toMatchObject({ hours: 12 });
    expect((await blocks()).map(({ hour }) => hour)).toEqual(Array.from({ length: 12 }, (_, i) => hoursAgo(30 - i)));
    await pull();
    expect(await pull()).toMatchObject({ hours: 6 });
    expect(await blocks()).toHaveLength(30);
    await cursorAt(hoursAgo(10 * 24));
    await pull();
    const source = await findMetricSource(db.db, clusterId);
    expect(source?.nextHour).toEqual(hoursAgo(7 * 24 - 13));
    expect(JSON.stringify(source?.warnings)).toContain("were not made up for");
  });

  it("begins seven days back, so that there is a baseline at once", async () => {
    await serve({});
    await pull();
    expect((await blocks()).at(0)?.hour).toEqual(hoursAgo(7 * 24 - 1));
  });

  it("goes to the release that the agents say they are, and to none where two ran", async () => {
    const upgrade = hoursAgo(2).getTime() / 1000 + 3600;
    await serve({
      versions: (at) =>
        at < upgrade ? ["v1.19.6"] : at === upgrade ? ["1.19.6", "1.20.0-pre.3"] : ["1.20.0-pre.3 0123abc"],
    });
    await cursorAt(hoursAgo(3));
    await pull();
    expect(await blocks()).toEqual([
      { version: "1.19.6", hour: hoursAgo(3), x: 40, exposure: 200_000, coverage: 1 },
      { version: "1.19.6", hour: hoursAgo(2), x: null, exposure: null, coverage: 0 },
      { version: "1.20.0-pre.3", hour: hoursAgo(2), x: null, exposure: null, coverage: 0 },
      { version: "1.20.0-pre.3", hour: hoursAgo(1), x: 40, exposure: 200_000, coverage: 1 },
    ]);
  });

  it("goes to the installed release where agents say nothing, and to none where nobody knows", async () => {
    await serve({ versions: () => [] }, { installedRelease: "1.19.5" });
    await cursorAt(hoursAgo(1));
    await pull();
    expect((await blocks()).map(({ version }) => version)).toEqual(["1.19.5"]);
    await close();
    await serve({ versions: () => [] });
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "pulled", blocks: 0 });
    expect(JSON.stringify((await findMetricSource(db.db, clusterId))?.warnings)).toContain("which release ran");
  });
});

describe("absent is not zero", () => {
  it("but drops that never happened are, while flows are counted", async () => {
    await serve({ drops: () => null });
    await cursorAt(hoursAgo(1));
    await pull();
    expect(await blocks()).toMatchObject([{ x: 0, exposure: 200_000 }]);
  });

  it("and writes nothing of what was never there, but the gap of what vanished", async () => {
    const gone = hoursAgo(1).getTime() / 1000 + 3600;
    await serve({ flows: (at) => (at >= gone ? null : 200_000) });
    await cursorAt(hoursAgo(2));
    now = new Date(NOW.getTime() - HOUR);
    await pull();
    now = NOW;
    await pull();
    expect(await blocks()).toMatchObject([{ x: 40 }, { hour: hoursAgo(1), x: null, exposure: null, coverage: 1 }]);
    expect(await blocks("dns_error")).toEqual([]);
  });

  it("and an hour without any target is no hour at all", async () => {
    await serve({ coverage: () => null, versions: () => [], drops: () => null, flows: () => null });
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "pulled", blocks: 0 });
    expect(await blocks()).toEqual([]);
  });

  it("asks for plain increases where scrapes are missing, since new and unseen cannot be told apart", async () => {
    const wire = await serve({ coverage: () => 0.8 });
    await cursorAt(hoursAgo(1));
    await pull();
    expect(wire.requests.some(({ form }) => form.get("query")?.includes("unless"))).toBe(false);
    expect(await blocks()).toMatchObject([{ coverage: expect.closeTo(0.8, 5) }]);
  });
});

describe("when the server does not answer", () => {
  const failing = { status: 503, body: JSON.stringify({ status: "error", errorType: "timeout", error: "slow" }) };

  it("a failure leaves the cursor where it was and writes nothing", async () => {
    let down = true;
    await serve({ answer: ({ form }) => (down && form.get("query")?.includes("tcp_flags") ? failing : null) });
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "failed" });
    expect(await blocks()).toEqual([]);
    expect(await findMetricSource(db.db, clusterId)).toMatchObject({
      nextHour: hoursAgo(1),
      failures: 1,
      lastError: "timeout: slow",
      openUntil: null,
    });
    down = false;
    expect(await pull()).toMatchObject({ outcome: "pulled", hours: 1 });
    expect(await findMetricSource(db.db, clusterId)).toMatchObject({ failures: 0, lastError: null });
  });

  it("a partial answer is a failure, not a smaller number", async () => {
    const partial = {
      body: JSON.stringify({
        status: "success",
        data: { resultType: "vector", result: [] },
        warnings: ["store a: down"],
      }),
    };
    await serve({ answer: ({ form }) => (form.get("query")?.includes("hubble_drop_total") ? partial : null) });
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "failed" });
    expect((await findMetricSource(db.db, clusterId))?.lastError).toContain("partial");
  });

  it("one query that cannot be evaluated costs its signal, and says so", async () => {
    const refused = {
      status: 422,
      body: JSON.stringify({ status: "error", errorType: "execution", error: "too many samples" }),
    };
    await serve({ answer: ({ form }) => (form.get("query")?.includes("cilium_drop_count") ? refused : null) });
    await cursorAt(hoursAgo(1));
    expect(await pull()).toMatchObject({ outcome: "pulled" });
    expect(await blocks()).toHaveLength(1);
    expect((await findMetricSource(db.db, clusterId))?.warnings).toEqual(["execution: too many samples"]);
  });

  it("five failures open the circuit for everybody; then one small call is the probe", async () => {
    let down = true;
    const wire = await serve({ answer: () => (down ? failing : null) });
    await cursorAt(hoursAgo(1));
    for (let attempt = 0; attempt < 5; attempt += 1) expect(await pull()).toMatchObject({ outcome: "failed" });
    const asked = wire.requests.length;
    expect(asked).toBe(5);
    expect((await findMetricSource(db.db, clusterId))?.openUntil).toEqual(new Date(NOW.getTime() + 15 * 60_000));
    expect(await pull()).toMatchObject({ outcome: "resting" });
    expect(await listDueSources(db.db, now)).not.toContain(clusterId);
    expect(wire.requests).toHaveLength(asked);
    now = new Date(NOW.getTime() + 16 * 60_000);
    expect(await listDueSources(db.db, now)).toContain(clusterId);
    expect(await pull()).toMatchObject({ outcome: "failed" });
    expect(wire.requests.at(-1)?.path).toBe("/api/v1/status/buildinfo");
    expect(wire.requests).toHaveLength(asked + 1);
    now = new Date(now.getTime() + 31 * 60_000);
    down = false;
    expect(await pull()).toMatchObject({ outcome: "pulled" });
    expect(await findMetricSource(db.db, clusterId)).toMatchObject({ failures: 0, openUntil: null });
  });

  it("and another address is tried at once", async () => {
    const wire = await serve({ answer: () => failing });
    for (let attempt = 0; attempt < 5; attempt += 1) await pull();
    await putCluster({ ctx: ctx(), name, input: { tier: "canary", prometheus: { url: `${wire.url}/thanos` } } });
    expect(await findMetricSource(db.db, clusterId)).toMatchObject({ failures: 0, openUntil: null, lastError: null });
  });
});

describe("what may not be called", () => {
  it("is a failure with its reason: loopback where that is not allowed, a secret that is not there", async () => {
    const wire = await serve({});
    expect(await pullSource(ctx(), { clusterId, allowLoopback: false })).toMatchObject({ outcome: "failed" });
    expect((await findMetricSource(db.db, clusterId))?.lastError).toContain("loopback");
    expect(wire.requests).toEqual([]);
    await putCluster({
      ctx: ctx(),
      name,
      input: { tier: "canary", prometheus: { url: wire.url, auth: { ref: "nowhere" } } },
    });
    expect(await pull()).toMatchObject({ outcome: "failed" });
    expect((await findMetricSource(db.db, clusterId))?.lastError).toContain('no secret "nowhere"');
  });
});

describe("a pull that is cut off", () => {
  it("at its last step has written nothing, and is done again from where it was", async () => {
    await serve({});
    await cursorAt(hoursAgo(3));
    await sql().query(
      `CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''cut off''; END'`,
    );
    await sql().query("CREATE TRIGGER cut_off BEFORE UPDATE ON metric_source FOR EACH ROW EXECUTE FUNCTION cut_off()");
    await expect(pull()).rejects.toThrow("cut off");
    expect(await blocks()).toEqual([]);
    expect(await audits()).toEqual([]);
    await sql().query("DROP TRIGGER cut_off ON metric_source");
    expect(await pull()).toMatchObject({ outcome: "pulled", hours: 3 });
    expect((await blocks()).map(({ hour }) => hour)).toEqual([hoursAgo(3), hoursAgo(2), hoursAgo(1)]);
  });
});

describe("several workers", () => {
  it("never pull one cluster at the same time, and whoever dies lets go", async () => {
    await serve({});
    await cursorAt(hoursAgo(1));
    await withSourceLock(db.db, clusterId, async () => {
      expect(await pull()).toMatchObject({ outcome: "busy" });
    });
    expect(await pull()).toMatchObject({ outcome: "pulled" });
  });

  it("are asked once for each cluster that is due", async () => {
    await serve({});
    await cursorAt(hoursAgo(1));
    await schedulePulls(ctx());
    await schedulePulls(ctx());
    const jobs = await sql().query("SELECT 1 FROM graphile_worker.jobs WHERE key = $1", [`pull-source:${clusterId}`]);
    expect(jobs).toHaveLength(1);
    await pull();
    expect(await listDueSources(db.db, now)).not.toContain(clusterId);
  });
});
