import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { queryableOf } from "@/lib/db/transaction";
import { testContext, testDatabase } from "@/lib/testing/context";
import { hasPrometheus, prometheusTitle, startPrometheus } from "@/lib/testing/real-prometheus";
import { putCluster } from "../clusters/put-cluster";
import { pullSource } from "./pull-source";

/** Four hours at a sample each 30 s; the upgrade is in the third, agents are pods and get new names. */
const START = Date.parse("2026-07-01T08:00:00Z") / 1000;
const STEP = 30;
const SAMPLES = (4 * 3600) / STEP;
const UPGRADE = 2.5 * 120;

type At = (sample: number) => number | null;
const before =
  (value: At): At =>
  (i) =>
    i < UPGRADE ? value(i) : null;
const after =
  (value: At): At =>
  (i) =>
    i < UPGRADE ? null : value(i - UPGRADE);
const always = (value: At): At => value;

function history(): string {
  const series: [metric: string, labels: string, at: At][] = [];
  for (const node of ["n1", "n2"]) {
    const labels = (port: number, pod: string) =>
      `cluster="real-eu-1",job="cilium-${port}",instance="${node}:${port}",node="${node}",pod="cilium-${node}-${pod}"`;
    for (const [pod, phase, version] of [
      ["old", before, "1.19.6"],
      ["new", after, "1.20.0-pre.3"],
    ] as const) {
      const [agent, hubble] = [labels(9962, pod), labels(9965, pod)];
      const started = START + (pod === "old" ? -86_400 : UPGRADE * STEP);
      series.push(
        ["up", agent, phase(() => 1)],
        ["up", hubble, phase(() => 1)],
        ["cilium_version", `${agent},version="${version}"`, phase(() => 0)],
        ["cilium_process_start_time_seconds", agent, phase(() => started)],
        ["cilium_nat_endpoint_max_connection", `${agent},family="ipv4"`, phase(() => (pod === "old" ? 0.2 : 61))],
        ["hubble_flows_processed_total", hubble, phase((i) => 1000 * i)],
        ["hubble_dns_responses_total", `${hubble},rcode="No Error"`, phase((i) => 100 * i)],
      );
    }
    series.push(["up", `cluster="real-eu-1",job="other",instance="${node}:80"`, always(() => 0)]);
  }
  const hubbleNew = 'cluster="real-eu-1",job="cilium-9965",instance="n1:9965",node="n1",pod="cilium-n1-new"';
  // From 11:15 on, in the middle of an hour: 7 at once, and never more.
  series.push([
    "hubble_drop_total",
    `${hubbleNew},reason="CT_MAP_INSERTION_FAILED",protocol="TCP"`,
    (i) => (i < 390 ? null : 7),
  ]);
  const lines = [...Map.groupBy(series, ([metric]) => metric)].flatMap(([metric, members]) => {
    const counter = metric.endsWith("_total");
    return [
      `# TYPE ${counter ? metric.slice(0, -"_total".length) : metric} ${counter ? "counter" : "gauge"}`,
      ...members.flatMap(([, labels, at]) =>
        Array.from({ length: SAMPLES + 1 }, (_, i) => i).flatMap((i) => {
          const value = at(i);
          return value === null ? [] : [`${metric}{${labels}} ${value} ${START + STEP * i}`];
        }),
      ),
    ];
  });
  return `${lines.join("\n")}\n# EOF\n`;
}

describe.skipIf(!hasPrometheus)(
  `${prometheusTitle}, pulled into blocks across an upgrade`,
  { timeout: 120_000 },
  () => {
    let db: Awaited<ReturnType<typeof testDatabase>>;
    let stop: () => Promise<void>;
    type Row = {
      release: string;
      hour: string;
      label: string | null;
      value: string | null;
      x: number | null;
      exposure: number | null;
      coverage: number;
    };
    let rows: (signal: string) => Promise<Row[]>;

    beforeAll(async () => {
      db = await testDatabase();
      const prometheus = await startPrometheus({ history: history() });
      stop = prometheus.stop;
      const ctx = testContext(db.db, { now: () => new Date((START + 4 * 3600 + 300) * 1000) });
      await putCluster({ ctx, name: "real-eu-1", input: { tier: "canary", prometheus: { url: prometheus.url } } });
      const sql = queryableOf(db.db);
      const [cluster] = await sql.query<{ id: number }>("SELECT id FROM cluster WHERE name = 'real-eu-1'");
      const clusterId = cluster?.id ?? 0;
      await sql.query("INSERT INTO metric_source (cluster_id, next_hour) VALUES ($1, to_timestamp($2))", [
        clusterId,
        START,
      ]);
      expect(await pullSource(ctx, { clusterId, allowLoopback: true })).toMatchObject({ outcome: "pulled", hours: 4 });
      rows = (signal) =>
        sql.query<Row>(
          `SELECT r.version AS release, to_char(b.hour AT TIME ZONE 'UTC', 'HH24') AS hour, s.label, s.value, b.x, b.exposure, b.coverage
         FROM signal_block b JOIN release r ON r.id = b.release_id
         LEFT JOIN signal_segment s ON s.id = b.segment_id AND b.segment_id <> 0
         WHERE b.signal = $1 ORDER BY b.hour, r.version, s.label NULLS FIRST, s.value`,
          [signal],
        );
    }, 120_000);
    afterAll(async () => {
      await stop();
      await db.close();
    });

    const whole = async (signal: string) => (await rows(signal)).filter(({ label }) => label === null);

    it("gives each hour to the release that ran, and the hour of the upgrade to none", async () => {
      const hours = (await whole("drop_per_flow")).map(({ hour, release, coverage, x }) => [
        hour,
        release,
        Math.round(coverage * 100),
        x,
      ]);
      expect(hours).toEqual([
        ["08", "1.19.6", 100, 0],
        ["09", "1.19.6", 100, 0],
        ["10", "1.19.6", 0, null],
        ["10", "1.20.0-pre.3", 0, null],
        ["11", "1.20.0-pre.3", 100, 7],
      ]);
    });

    it("counts the first drops of a reason that was never seen, under its name", async () => {
      const segments = (await rows("drop_per_flow")).filter(({ label }) => label !== null);
      expect(segments.map(({ label, value, x }) => [label, value, x])).toEqual([
        ["node", "n1", 7],
        ["protocol", "TCP", 7],
        ["reason", "CT_MAP_INSERTION_FAILED", 7],
      ]);
      const [flows] = (await whole("drop_per_flow")).slice(-1);
      expect(flows?.exposure).toBeCloseTo(2 * 120 * 1000, -3);
      expect(segments.find(({ label }) => label === "node")?.exposure).toBeCloseTo(120 * 1000, -3);
    });

    it("reads per cent and shares alike, and what never was not at all", async () => {
      expect((await whole("nat_saturation")).map(({ x }) => x)).toEqual([0.2, 0.2, null, null, 0.61]);
      expect(await rows("policy_denied")).toEqual([]);
      expect((await whole("dns_error")).at(-1)).toMatchObject({ x: 0 });
    });
  },
);
