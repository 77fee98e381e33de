import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { bodyOf, testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { putCluster } from "../clusters/put-cluster";
import { recordMetricWindows } from "./record-metric-windows";
import { recordMetrics } from "./record-metrics";

/** A Monday, so that the hour before it lies in the partition of another week. */
const NOW = new Date("2026-06-15T12:00:00Z");
const TEXT = "text/plain";
let db: Database;
let close: () => Promise<void>;
let cluster = "";
let clusters = 0;
const ctx = () => testContext(db, { actor: tokenActor(["ingest", "read"]), now: () => NOW });

beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());
beforeEach(async () => {
  clusters += 1;
  cluster = `c-${clusters}`;
  await putCluster({ ctx: testContext(db), name: cluster, input: { tier: "canary" } });
});

interface Of {
  instance?: string;
  release?: string;
  type?: string;
  key?: string;
}
function scrape(time: string, text: string | Uint8Array, of: Of = {}) {
  const at = time.includes("T") ? time : `2026-06-15T${time}:00Z`;
  const input = { cluster, release: of.release ?? "1.20.0-pre.3", at, instance: of.instance ?? "n1" };
  return recordMetrics({ ctx: ctx(), input, body: bodyOf(text, of.type ?? TEXT), idempotencyKey: of.key ?? null });
}
interface Row {
  x: number | null;
  exposure: number | null;
  coverage: number;
  lost: number | null;
  form: string | null;
  way: string;
}
async function block(signal: string, hour = "10:00", segment: [string, string] = ["", ""]): Promise<Row | undefined> {
  const { rows } = await db.pool.query<Row>(
    `SELECT b.* FROM signal_block b JOIN cluster c ON c.id = b.cluster_id AND c.name = $1
     JOIN signal_segment s ON s.id = b.segment_id
     WHERE b.signal = $2 AND b.hour = $3 AND s.label = $4 AND s.value = $5`,
    [cluster, signal, hour.includes("T") ? hour : `2026-06-15T${hour}:00Z`, ...segment],
  );
  return rows[0];
}
const drops = (flows: number, of: Record<string, number> = {}) =>
  [
    `hubble_flows_processed_total{verdict="FORWARDED",source_workload="web"} ${flows}`,
    ...Object.entries(of).map(([reason, value]) => `hubble_drop_total{reason="${reason}"} ${value}`),
    "",
  ].join("\n");

describe("two scrapes of a target", () => {
  it("give increments of each series, whole and by label and node", async () => {
    const first = await scrape("10:00", drops(1000, { CT_MAP_INSERTION_FAILED: 5, POLICY_DENIED: 50 }));
    expect(first).toMatchObject({
      status: 201,
      body: {
        endpoint: "hubble",
        series: { seen: 3, kept: 3, dropped: 0 },
        resets: 0,
        note: expect.stringContaining("first scrape"),
      },
    });
    expect(await block("drop_per_flow")).toBeUndefined();
    const second = await scrape("10:30", drops(4000, { CT_MAP_INSERTION_FAILED: 8, POLICY_DENIED: 60 }));
    expect(second.body).toMatchObject({ resets: 0, note: null, hours: ["2026-06-15T10:00:00.000Z"] });
    expect(await block("drop_per_flow")).toMatchObject({ x: 13, exposure: 3000, coverage: 0.5, way: "scrape" });
    expect(await block("drop_nonpolicy")).toMatchObject({ x: 3, exposure: 3000 });
    expect(await block("drop_per_flow", "10:00", ["reason", "POLICY_DENIED"])).toMatchObject({ x: 10, exposure: null });
    expect(await block("drop_per_flow", "10:00", ["node", "n1"])).toMatchObject({
      x: 13,
      exposure: 3000,
      coverage: 0.5,
    });
    expect(await block("drop_per_flow", "10:00", ["source_workload", "web"])).toMatchObject({ x: 0, exposure: 3000 });
  });

  it("count a counter that began again from zero", async () => {
    await scrape("10:00", drops(1000, { STALE: 90 }));
    const answer = await scrape("10:10", drops(200, { STALE: 4 }));
    expect(answer.body.resets).toBe(2);
    expect(await block("drop_per_flow")).toMatchObject({ x: 4, exposure: 200 });
    expect(await block("resets")).toMatchObject({ x: 1, exposure: null });
  });

  it("tell a restart by the start time where a counter has already passed its old value", async () => {
    const agent = (started: number, cpu: number) =>
      `cilium_process_start_time_seconds ${started}\ncilium_process_cpu_seconds_total ${cpu}\n`;
    await scrape("10:00", agent(1000, 50));
    expect((await scrape("10:10", agent(2000, 70))).body.resets).toBe(1);
    expect(await block("agent_cpu")).toMatchObject({ x: 70, exposure: null });
    expect(await block("restarts")).toMatchObject({ x: 1 });
  });

  it("count the first value of a new series whole: it is how a failure first shows", async () => {
    await scrape("10:00", drops(1000));
    await scrape("10:10", drops(2000, { CT_MAP_INSERTION_FAILED: 3 }));
    expect(await block("drop_per_flow")).toMatchObject({ x: 3, exposure: 1000 });
    expect(await block("drop_per_flow", "10:00", ["reason", "CT_MAP_INSERTION_FAILED"])).toMatchObject({ x: 3 });
  });

  it("hold a failure counter that is absent for zero, and a signal that is absent for unknown", async () => {
    await scrape("10:00", drops(1000));
    await scrape("10:10", drops(3000));
    expect(await block("drop_per_flow")).toMatchObject({ x: 0, exposure: 2000 });
    expect(await block("dns_error")).toBeUndefined();
    expect(await block("policy_denied")).toBeUndefined();
    // The agent was never scraped: its part of a signal stays unknown.
    expect(await block("agent_cpu")).toMatchObject({ x: null, exposure: 2000, coverage: 0 });
    expect(await block("flow_coverage")).toMatchObject({ x: 2000, exposure: null });
  });

  it("do not fall below zero when a series is gone", async () => {
    await scrape("10:00", drops(1000, { A: 50, B: 5 }));
    await scrape("10:10", drops(2000, { B: 6 }));
    expect(await block("drop_per_flow")).toMatchObject({ x: 1, exposure: 1000 });
  });

  it("join numerator and denominator of two endpoints in one block", async () => {
    const agent = (cpu: number) => `cilium_process_cpu_seconds_total ${cpu}\ncilium_version{version="x"} 1\n`;
    for (const [time, step] of [
      ["10:00", 0],
      ["10:30", 1],
    ] as const) {
      await scrape(time, drops(1000 + step * 6000));
      await scrape(time, agent(100 + step * 30));
    }
    expect(await block("agent_cpu")).toMatchObject({ x: 30, exposure: 6000, coverage: 0.5 });
    // Flows per node and hour: one agent for half an hour.
    expect(await block("flow_coverage")).toMatchObject({ x: 6000, exposure: 0.5 });
  });
});

describe("time", () => {
  it("spreads increments over the hours between, also over a week's end", async () => {
    await scrape("2026-06-14T23:30:00Z", drops(0));
    const answer = await scrape("2026-06-15T00:45:00Z", drops(7500));
    expect(answer.body.hours).toEqual(["2026-06-14T23:00:00.000Z", "2026-06-15T00:00:00.000Z"]);
    expect(await block("drop_per_flow", "2026-06-14T23:00:00Z")).toMatchObject({ exposure: 3000, coverage: 0.5 });
    expect(await block("drop_per_flow", "00:00")).toMatchObject({ exposure: 4500, coverage: 0.75 });
  });

  it("takes nothing from a gap of more than two hours, and goes on after it", async () => {
    await scrape("06:00", drops(1000));
    const answer = await scrape("08:01", drops(9000));
    expect(answer.body.note).toContain("more than two hours");
    expect(await block("drop_per_flow", "07:00")).toBeUndefined();
    await scrape("08:31", drops(9500));
    expect(await block("drop_per_flow", "08:00")).toMatchObject({ exposure: 500, coverage: 0.5 });
  });

  it("takes nothing across a change of the release", async () => {
    await scrape("10:00", drops(1000), { release: "1.19.6" });
    expect((await scrape("10:10", drops(2000))).body.note).toContain("release");
    expect(await block("drop_per_flow")).toBeUndefined();
    await scrape("10:20", drops(2500));
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 500 });
  });

  it("keeps a scrape that comes late and adds nothing for it", async () => {
    await scrape("10:00", drops(1000));
    await scrape("10:20", drops(3000));
    const late = await scrape("10:10", drops(2500));
    expect(late).toMatchObject({ status: 201, body: { note: expect.stringContaining("not newer"), hours: [] } });
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 2000 });
    expect(await scrape("10:20", drops(3001))).toMatchObject({ body: { hours: [] } });
  });

  it("answers the same scrape again as a duplicate", async () => {
    await scrape("10:00", drops(1000));
    const first = await scrape("10:20", drops(3000));
    const again = await scrape("10:20", drops(3000));
    expect(again).toMatchObject({ status: 200, body: { id: first.body.id, duplicate: true, note: null } });
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 2000 });
  });

  it("counts the targets of the hour into the coverage; a renamed pod is a target that began, and no reset", async () => {
    await scrape("10:00", drops(1000), { instance: "cilium-aaaaa" });
    await scrape("10:30", drops(2000), { instance: "cilium-aaaaa" });
    const renamed = await scrape("10:30", drops(5), { instance: "cilium-bbbbb" });
    expect(renamed.body).toMatchObject({ resets: 0, note: expect.stringContaining("first scrape") });
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 1000, coverage: 0.25 });
    await scrape("11:00", drops(805), { instance: "cilium-bbbbb" });
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 1800, coverage: 0.5 });
  });
});

describe("levels", () => {
  const agent = (pressure: number, failing: number, entries: number) =>
    `cilium_bpf_map_pressure{map_name="ct4"} ${pressure}
cilium_controllers_failing ${failing}
cilium_datapath_conntrack_gc_entries{family="ipv4",protocol="TCP",status="alive"} ${entries}
cilium_unreachable_nodes 0
cilium_version{version="1.20.0-pre.3"} 1
`;

  it("are the greatest or least of the hour, added over nodes where the catalogue says so", async () => {
    for (const [time, one, two] of [
      ["10:05", agent(0.4, 2, 100), agent(0.3, 1, 50)],
      ["10:35", agent(0.6, 1, 300), agent(0.2, 3, 40)],
    ] as const) {
      await scrape(time, one, { instance: "n1" });
      await scrape(time, two, { instance: "n2" });
    }
    expect(await block("bpf_map_pressure")).toMatchObject({ x: 0.6, coverage: 0.5 });
    expect(await block("bpf_map_pressure", "10:00", ["node", "n2"])).toMatchObject({ x: 0.3 });
    expect(await block("controllers_failing")).toMatchObject({ x: 1 + 1 });
    expect(await block("ct_alive")).toMatchObject({ x: 300 + 50, exposure: 2 });
    expect(await block("ct_alive", "10:00", ["node", "n1"])).toMatchObject({ x: 300, exposure: 1 });
    expect(await block("unreachable_nodes")).toMatchObject({ x: 0, exposure: null });
    expect(await block("active_series")).toMatchObject({ x: 10, exposure: 2 });
    await scrape("11:00", agent(0.1, 0, 10), { instance: "n1" });
    expect(await block("bpf_map_pressure", "11:00")).toMatchObject({ x: 0.1, coverage: 0 });
    expect(await block("ct_alive", "11:00")).toMatchObject({ x: 10, exposure: 1 });
  });

  it("are exposure for as long as they stood: errors per node and hour", async () => {
    const errors = (count: number) =>
      `cilium_version{version="x"} 1\ncilium_errors_warnings_total{level="ERROR",subsystem="daemon"} ${count}
cilium_errors_warnings_total{level="error",subsystem="unspecified"} ${count * 100}\n`;
    await scrape("10:00", errors(0));
    await scrape("10:15", errors(3));
    expect(await block("agent_errors")).toMatchObject({ x: 3, exposure: 0.25 });
  });

  it("follow the count of series by metric down as well as up", async () => {
    await scrape("10:00", drops(1, { A: 1, B: 1, C: 1 }));
    expect(await block("series_by_metric", "10:00", ["__name__", "hubble_drop_total"])).toMatchObject({ x: 3 });
    await scrape("10:10", drops(1, { A: 1 }));
    expect(await block("series_by_metric", "10:00", ["__name__", "hubble_drop_total"])).toMatchObject({ x: 1 });
    await scrape("10:20", drops(1));
    expect(await block("series_by_metric", "10:00", ["__name__", "hubble_drop_total"])).toMatchObject({ x: 0 });
    expect(await block("series_by_metric")).toMatchObject({ x: 1 });
  });
});

describe("what Hubble lost", () => {
  const hubble = (flows: number, queue: number, ring: number) =>
    `${drops(flows)}hubble_lost_events_total{source="observer_events_queue"} ${queue}
hubble_lost_events_total{source="hubble_ring_buffer"} ${ring}\n`;

  it("is in every block of Hubble, without what cilium#46584 makes up in the ring buffer", async () => {
    // The reporter's 12 a minute: 360 in half an hour, of which none was lost.
    await scrape("10:00", hubble(0, 0, 0));
    await scrape("10:30", hubble(9600, 40, 360));
    expect(await block("drop_per_flow")).toMatchObject({ lost: expect.closeTo(40 / 10_000, 6) });
    expect(await block("lost_ring")).toMatchObject({ x: 0, exposure: 10_000 });
  });

  it("counts the ring buffer in releases that count it right", async () => {
    await scrape("10:00", hubble(0, 0, 0), { release: "1.19.3" });
    await scrape("10:30", hubble(9600, 40, 360), { release: "1.19.3" });
    expect(await block("drop_per_flow")).toMatchObject({ lost: expect.closeTo(400 / 10_000, 6) });
    expect(await block("lost_ring", "10:00", ["node", "n1"])).toMatchObject({ x: 360 });
  });
});

describe("histograms", () => {
  const NAME = "hubble_http_request_duration_seconds";
  const classic = (counts: readonly number[], sum: number) =>
    [
      `# TYPE ${NAME} histogram`,
      ...counts.map(
        (count, index) => `${NAME}_bucket{reporter="server",le="${["0.1", "0.5", "+Inf"][index]}"} ${count}`,
      ),
      `${NAME}_sum{reporter="server"} ${sum}`,
      `${NAME}_count{reporter="server"} ${counts.at(-1)}`,
      "",
    ].join("\n");

  it("give the quantile of the hour over all nodes, and the mean", async () => {
    for (const [instance, counts] of [
      ["n1", [900, 950, 950]],
      ["n2", [50, 50, 50]],
    ] as const) {
      await scrape("10:00", classic([0, 0, 0], 0), { instance });
      await scrape("10:30", classic(counts, 20), { instance });
    }
    // Rank 990 of 1,000 lies in the bucket up to 0.5, which holds 950 to 1,000: 0.1 + 0.4 * 40 / 50.
    expect(await block("http_p99_bucket")).toMatchObject({
      x: expect.closeTo(0.42, 9),
      exposure: 1000,
      form: "classic",
    });
    expect(await block("http_mean")).toMatchObject({ x: 40, exposure: 1000, form: "classic" });
  });

  it("say that they are native instead of falling silent", async () => {
    await scrape("10:00", classic([1, 2, 3], 1));
    await scrape("10:10", classic([2, 3, 4], 2));
    const native = (count: number) =>
      `# TYPE ${NAME} histogram\n${NAME}_bucket{reporter="server",le="+Inf"} ${count}\n${NAME}_sum{reporter="server"} 9\n${NAME}_count{reporter="server"} ${count}\n`;
    await scrape("11:00", native(5));
    await scrape("11:10", native(9));
    expect(await block("http_p99_bucket")).toMatchObject({ form: "classic" });
    expect(await block("http_p99_bucket", "11:00")).toMatchObject({ x: null, exposure: 4, form: "native" });
    expect(await block("http_p99_native", "11:00")).toMatchObject({ x: null, exposure: null, form: "native" });
    expect(await block("http_mean", "11:00")).toMatchObject({ form: "native" });
  });

  it("are read from OpenMetrics with exemplars and composite values", async () => {
    const type = "application/openmetrics-text";
    const text = (count: number) => `# TYPE ${NAME} histogram
${NAME}_bucket{reporter="server",le="0.1"} ${count} # {traceID="4bf92f3577b34da6"} 0.05 1520879607.789
${NAME}_bucket{reporter="server",le="+Inf"} ${count}
${NAME}_sum{reporter="server"} 1
${NAME}_count{reporter="server"} ${count}
# EOF
`;
    await scrape("10:00", text(0), { type });
    await scrape("10:10", text(10), { type });
    expect(await block("http_p99_bucket")).toMatchObject({ exposure: 10 });
    const composite = `# TYPE ${NAME} histogram\n${NAME}{reporter="server"} {count:12,sum:3,schema:3}\n# EOF\n`;
    await scrape("10:20", composite, { type });
    expect(await block("http_p99_native")).toMatchObject({ form: "native" });
  });
});

describe("odd documents", () => {
  it("keep NaN and infinities out, and take names of every script", async () => {
    const odd = `${drops(5)}hubble_drop_total{reason="X"} NaN\nhubble_drop_total{reason="Y"} +Inf\n{"my.métrique","la.bel"="\\u0000"} 1\n`;
    const answer = await scrape("10:00", odd);
    expect(answer.body.series).toEqual({ seen: 4, kept: 1, dropped: 3 });
    await scrape("10:10", `${drops(6, { X: 2, Y: 1 })}hubble_drop_total{reason="a\u0000b\\"c"} 4\n`);
    expect(await block("drop_per_flow")).toMatchObject({ x: 7, exposure: 1 });
    expect(await block("drop_per_flow", "10:00", ["reason", 'a\ufffdb"c'])).toMatchObject({ x: 4 });
  });

  it("are kept where nothing of Cilium is in them", async () => {
    expect(await scrape("10:00", "go_goroutines 7\n")).toMatchObject({
      status: 201,
      body: { endpoint: "unknown", series: { seen: 1, kept: 0, dropped: 1 }, hours: [] },
    });
  });

  it("hold both endpoints of a target as well as one", async () => {
    const both = (flows: number, cpu: number) => `${drops(flows)}cilium_process_cpu_seconds_total ${cpu}\n`;
    await scrape("10:00", both(0, 0));
    await scrape("10:10", both(100, 3));
    expect(await block("agent_cpu")).toMatchObject({ x: 3, exposure: 100 });
  });

  it.each([
    ["a bad line", "hubble_drop_total 1\nhubble_drop_total{ 1\n", { line: 2 }],
    ["a series that comes twice", "a 1\nb 1\na 2\n", { line: 3 }],
    ["text that is not UTF-8", Buffer.from("a 1\n\xff 2\n", "latin1"), { line: 2 }],
  ])("are refused for %s, with its line, and change nothing", async (_what, text, item) => {
    await scrape("10:00", drops(0));
    await expect(scrape("10:10", text)).rejects.toMatchObject({ code: "INVALID", more: { errors: [item] } });
    await scrape("10:20", drops(100));
    expect(await block("drop_per_flow")).toMatchObject({ exposure: 100 });
  });

  it.each([
    ["no sample", "# HELP a b\n", "INVALID", {}],
    ["OpenMetrics that was cut off", "a_total 1\n", "INVALID", { type: "application/openmetrics-text" }],
    ["more than 16 MiB", "# comment\n".repeat(1_700_000), "TOO_LARGE", {}],
    ["more than 200,000 series", Array.from({ length: 200_001 }, (_, at) => `a${at} 1\n`).join(""), "TOO_LARGE", {}],
  ])("are refused for %s", async (_what, text, code, of) => {
    await expect(scrape("10:00", text, of)).rejects.toMatchObject({ code });
  });

  it("are refused for an unknown cluster and for a time that cannot be", async () => {
    await expect(scrape("12:10", drops(1))).rejects.toMatchObject({
      code: "INVALID",
      more: { errors: [{ pointer: "/at" }] },
    });
    await expect(scrape("2024-06-15T12:10:00Z", drops(1))).rejects.toMatchObject({ code: "INVALID" });
    cluster = "nowhere";
    await expect(scrape("10:00", drops(1))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("several senders at once", () => {
  it("add each increment of one target once, in whatever order they come", async () => {
    await scrape("10:00", drops(0, { A: 0 }));
    const times = ["10:10", "10:20", "10:30", "10:40"];
    const answers = await Promise.all(
      times.map((time, index) => scrape(time, drops((index + 1) * 100, { A: (index + 1) * 7 }))),
    );
    expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201]);
    expect(await block("drop_per_flow")).toMatchObject({ x: 28, exposure: 400, coverage: expect.closeTo(2 / 3, 5) });
  });

  it("take one of two first scrapes as the one before the other", async () => {
    const answers = await Promise.all([scrape("10:00", drops(10)), scrape("10:10", drops(30))]);
    const notes = answers.map((answer) => answer.body.note);
    const known = await block("drop_per_flow");
    // Either the older was first, or the newer was and the older came late.
    expect(known?.exposure ?? null).toBe(notes[0] === null || String(notes[0]).includes("not newer") ? null : 20);
  });

  it("lose nothing of many targets of a cluster", async () => {
    const nodes = Array.from({ length: 8 }, (_, index) => `n${index}`);
    await Promise.all(nodes.map((instance) => scrape("10:00", drops(0, { A: 0 }), { instance })));
    await Promise.all(nodes.map((instance) => scrape("10:30", drops(100, { A: 2 }), { instance })));
    expect(await block("drop_per_flow")).toMatchObject({ x: 16, exposure: 800, coverage: 0.5 });
    expect(await block("drop_per_flow", "10:00", ["reason", "A"])).toMatchObject({ x: 16 });
  });

  it("leave an hour alone that was pushed whole, and are replaced by one that is", async () => {
    const push = (x: number, coverage: number) =>
      recordMetricWindows({
        ctx: ctx(),
        body: bodyOf(
          JSON.stringify({
            cluster,
            release: "1.20.0-pre.3",
            windows: [{ signal: "drop_per_flow", start: "2026-06-15T10:00:00Z", x, exposure: 9000, coverage }],
          }),
          "application/json",
        ),
        idempotencyKey: null,
      });
    await scrape("10:00", drops(0));
    await scrape("10:30", drops(500));
    expect((await push(1, 0.2)).body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect((await push(2, 1)).body).toMatchObject({ accepted: 1 });
    await scrape("10:50", drops(700));
    expect(await block("drop_per_flow")).toMatchObject({ x: 2, exposure: 9000, coverage: 1, way: "push" });
    expect(await block("flow_coverage")).toMatchObject({ x: 700, way: "scrape" });
  });
});
