import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SIGNALS, signalById } from "@/lib/domain/signals/catalogue/catalogue";
import { type PromqlOptions, promqlOf } from "@/lib/domain/signals/promql";
import type { Measure, Term } from "@/lib/domain/signals/signal";
import { hasPrometheus, prometheusTitle, startPrometheus } from "@/lib/testing/real-prometheus";
import { wireServer } from "@/lib/testing/wire-server";
import { type PrometheusClient, prometheusClient } from "./client";

const clientOf = (url: string) =>
  prometheusClient({ url, authorization: null, tenant: null }, { rule: { allowLoopback: true } });

const drops = signalById("drop_per_flow")?.numerator ?? { terms: [] };

/** Two hours at a sample each 15 s; the window is the second. */
const START = 1_794_999_600;
const AT = START + 7200;
const HUBBLE = 'cluster="a",job="hubble",instance="n1:9965",node="n1"';
const OTHER = 'cluster="a",job="hubble",instance="n2:9965",node="n2"';
const AGENT = 'cluster="a",job="agent",instance="n1:9962",node="n1"';
const inGap = (i: number) => i >= 220 && i <= 250;

type Line = [metric: string, labels: string, at: (sample: number) => number | null];
const LINES: Line[] = [
  ["up", HUBBLE, () => 1],
  ["up", OTHER, (i) => (inGap(i) ? 0 : 1)],
  ["up", AGENT, () => 1],
  ["cilium_process_start_time_seconds", AGENT, () => START - 86_400],
  ["hubble_drop_total", `${HUBBLE},reason="STEADY"`, (i) => 1000 + i],
  ["hubble_drop_total", `${HUBBLE},reason="ONCE"`, (i) => (i < 300 ? null : 3)],
  ["hubble_drop_total", `${HUBBLE},reason="GROWING"`, (i) => (i < 300 ? null : 5 + (i - 300))],
  ["hubble_drop_total", `${HUBBLE},reason="RESET"`, (i) => (i < 360 ? 5000 + i : i - 360)],
  ["hubble_drop_total", `${OTHER},reason="BACK_AFTER_GAP"`, (i) => (inGap(i) ? null : 50_000 + i)],
  ["hubble_flows_processed_total", HUBBLE, (i) => 10_000 * i],
];

function history(): string {
  const lines = [...Map.groupBy(LINES, ([metric]) => metric)].flatMap(([metric, series]) => {
    const counter = metric.endsWith("_total");
    const samples = series.flatMap(([, labels, at]) =>
      Array.from({ length: 481 }, (_, i) => {
        const value = at(i);
        return value === null ? [] : [`${metric}{${labels}} ${value} ${START + 15 * i}`];
      }).flat(),
    );
    return [
      `# TYPE ${counter ? metric.slice(0, -"_total".length) : metric} ${counter ? "counter" : "gauge"}`,
      ...samples,
    ];
  });
  return `${lines.join("\n")}\n# EOF\n`;
}

describe.skipIf(!hasPrometheus)(`${prometheusTitle} with two hours of history`, { timeout: 60_000 }, () => {
  let client: PrometheusClient;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const started = await startPrometheus({ history: history() });
    client = clientOf(started.url);
    stop = started.stop;
  }, 60_000);
  afterAll(() => stop());

  const ask = (measure: Measure, more: Partial<PromqlOptions> = {}) =>
    client.query(promqlOf(measure, { selector: 'cluster="a"', window: "1h", ...more }), AT);
  const byReason = async (novelty: NonNullable<PromqlOptions["novelty"]>) => {
    const series = await ask(drops, { by: "reason", novelty });
    return Object.fromEntries(series.map(({ labels, samples }) => [labels.reason ?? "", samples[0]?.value ?? null]));
  };

  it("counts a new series whole and once, resets handled, and a life before a gap not at all", async () => {
    const counts = await byReason("guarded");
    expect(counts).toMatchObject({ ONCE: 3, GROWING: 185 });
    expect(counts.STEADY).toBeCloseTo(240, 0);
    expect(counts.RESET).toBeCloseTo(239, 0);
    expect(counts.BACK_AFTER_GAP).toBeLessThan(240);
  });

  it("would lose the first count of a series with increases alone", async () => {
    expect(await byReason("ignored")).toMatchObject({ ONCE: 0 });
  });

  it("would count a life of 50,000 as new without the guard, and a growing series twice", async () => {
    const series = await ask(drops);
    expect(series[0]?.samples[0]?.value).toBeGreaterThan(50_000 + 2 * 180);
  });

  it("gives no value for what is not there, which is not zero", async () => {
    const missing = signalById("policy_denied")?.numerator ?? { terms: [] };
    expect(await ask(missing, { novelty: "guarded" })).toEqual([]);
    expect(await ask({ terms: [{ metric: "up", match: [], fold: "count", sign: 1 }] })).toHaveLength(1);
  });

  it("answers the same for several hours at once as for one", async () => {
    const promql = promqlOf(drops, { selector: 'cluster="a"', window: "1h", novelty: "guarded" });
    const [alone] = await client.query(promql, AT);
    const [several] = await client.queryRange(promql, { start: AT - 3600, end: AT }, 3600);
    expect(several?.samples.at(-1)).toEqual(alone?.samples[0]);
  });

  it.each(SIGNALS)("understands every query of $id", async (signal) => {
    for (const by of [undefined, ...signal.explainBy]) {
      for (const measure of [signal.numerator, ...(signal.denominator ? [signal.denominator] : [])]) {
        await expect(ask(measure, { novelty: "guarded", ...(by !== undefined && { by }) })).resolves.toBeDefined();
      }
    }
  });

  it("takes a part that nothing was counted for as zero, in a sum and in a difference, by label and as a whole", async () => {
    const known: Term = { metric: "hubble_drop_total", match: [], fold: "increase", sign: 1 };
    const missing: Term = { metric: "hubble_lost_events_total", match: [], fold: "increase", sign: 1 };
    const sum = { terms: [missing, known] };
    const difference = { terms: [known, { ...missing, sign: -1 as const }] };
    for (const measure of [sum, difference]) {
      const [whole] = await ask(measure, { novelty: "guarded" });
      expect(whole?.samples[0]?.value).toBeGreaterThan(800);
      expect(await ask(measure, { novelty: "guarded", by: "reason" })).toHaveLength(5);
    }
    expect(await ask({ terms: [known, missing] }, { novelty: "guarded" })).toEqual([]);
  });
});

describe.skipIf(!hasPrometheus)(`${prometheusTitle} that scrapes`, { timeout: 60_000 }, () => {
  it("counts what appears while it looks, and knows missing from zero", async () => {
    const begun = Date.now();
    const seconds = () => Math.floor((Date.now() - begun) / 1000);
    const exporter = await wireServer(() => ({
      headers: { "content-type": "text/plain; version=0.0.4" },
      body: [
        "# TYPE hubble_drop_total counter",
        `hubble_drop_total{reason="STEADY"} ${1000 + seconds()}`,
        ...(seconds() < 10 ? [] : ['hubble_drop_total{reason="ONCE"} 3']),
        "# TYPE cilium_unreachable_nodes gauge",
        `cilium_unreachable_nodes ${seconds() < 10 ? 0 : 2}`,
        "",
      ].join("\n"),
    }));
    const scraping = await startPrometheus({
      scrape: [{ job: "hubble", target: exporter.url.replace("http://", "") }],
    });
    try {
      await new Promise((resolve) => setTimeout(resolve, 14_000 - (Date.now() - begun)));
      const client = clientOf(scraping.url);
      const ask = async (measure: Measure, more: Partial<PromqlOptions> = {}) =>
        client.query(promqlOf(measure, { selector: 'cluster="real"', window: "7s", ...more }), Date.now() / 1000);
      const counts = await ask(drops, { by: "reason", novelty: "guarded" });
      const once = counts.find(({ labels }) => labels.reason === "ONCE");
      expect(once?.samples[0]?.value).toBe(3);
      const plain = await ask(drops, { by: "reason", novelty: "ignored" });
      expect(plain.find(({ labels }) => labels.reason === "ONCE")?.samples[0]?.value).toBe(0);
      const unreachable = await ask(signalById("unreachable_nodes")?.numerator ?? { terms: [] });
      expect(unreachable[0]?.samples[0]?.value).toBe(2);
      expect(await ask(signalById("policy_denied")?.numerator ?? { terms: [] }, { novelty: "guarded" })).toEqual([]);
      expect((await client.buildInfo()).version).toMatch(/^\d+\.\d+/);
    } finally {
      await scraping.stop();
      await exporter.close();
    }
  });
});
