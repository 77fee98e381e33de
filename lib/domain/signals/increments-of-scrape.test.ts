import { createReadStream } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseExposition } from "@/lib/formats/exposition/parse-exposition";
import { seriesKey } from "@/lib/formats/exposition/series-key";
import type { Endpoint } from "./extract-endpoint";
import { type ScrapedSample, ScrapeExtract } from "./extract-series";
import { tallyScrape } from "./increments-of-scrape";
import type { ScrapeBasis, ScrapeState } from "./series-state";

const extractOf = (samples: readonly ScrapedSample[] = []) => {
  const extract = new ScrapeExtract(({ name, labels }) => seriesKey(name, labels));
  for (const sample of samples) extract.take(sample);
  return extract;
};
const sample = (name: string, value: number, labels: Record<string, string> = {}): ScrapedSample => ({
  name,
  value,
  labels: new Map(Object.entries(labels)),
});
const NONE = { levels: {}, counts: {} };
const fresh: ScrapeBasis = { before: { counters: {}, seconds: 3600 }, hour: NONE };
const after = (state: ScrapeState): ScrapeBasis => ({
  before: { counters: state.counters, seconds: 600 },
  hour: state,
});

function tally(samples: readonly ScrapedSample[], basis: ScrapeBasis = fresh, endpoint: Endpoint = "hubble") {
  const scrape = extractOf(samples).scrapes.get(endpoint);
  if (scrape === undefined) throw new Error("nothing of the endpoint");
  return tallyScrape(scrape, "n1", basis);
}

/** Everything in a fixture counts, as when its target had been up and empty before. */
async function fixture(name: string, endpoint: Endpoint) {
  const extract = extractOf();
  const file = new URL(`../../formats/exposition/fixtures/${name}.prom`, import.meta.url);
  await parseExposition(createReadStream(file), { format: "prometheus" }, (one) => extract.take(one));
  const scrape = extract.scrapes.get(endpoint);
  if (scrape === undefined) throw new Error("nothing of the endpoint");
  return tallyScrape(scrape, "n1", fresh);
}

describe("the synthetic expositions", () => {
  it("give the counts that were planted in Hubble's", async () => {
    const [baseline, canary] = await Promise.all([
      fixture("synthetic-hubble-baseline", "hubble"),
      fixture("synthetic-hubble-canary", "hubble"),
    ]);
    const whole = (of: typeof canary, id: string) => of.flows.signals.get(id)?.whole;
    expect(whole(baseline, "dns_error")).toEqual({ x: 5, exposure: 2132 });
    expect(whole(canary, "dns_error")).toEqual({ x: 80, exposure: 2207 });
    expect(whole(baseline, "tcp_rst_per_syn")).toEqual({ x: 134, exposure: 2693 });
    expect(whole(canary, "tcp_rst_per_syn")).toEqual({ x: 404, exposure: 2693 });
    expect(whole(baseline, "drop_per_flow")).toEqual({ x: 58, exposure: 67_595 });
    expect(whole(canary, "drop_per_flow")).toEqual({ x: 179, exposure: 68_140 });
    expect(whole(canary, "drop_nonpolicy")).toEqual({ x: 18, exposure: 68_140 });
    expect(whole(canary, "lost_queue")).toEqual({ x: 80, exposure: 80 + 53 + 68_140 });
    expect(whole(canary, "policy_denied")).toEqual({ x: 161, exposure: 10_774 + 1346 + 161 + 2693 });
    expect(whole(canary, "dns_unanswered")).toEqual({ x: 2154 - 2207, exposure: 2154 });
  });

  it("give the levels that were planted in the agent's", async () => {
    const { levels, flows } = await fixture("synthetic-cilium-agent-canary", "agent");
    const level = (id: string) => levels.signals.get(id)?.whole;
    expect(level("bpf_map_pressure")).toEqual({ x: 0.62, exposure: null });
    expect(levels.signals.get("bpf_map_pressure")?.segments.get("map_name")?.get("snat_v4_external")?.x).toBe(0.31);
    expect(level("nat_saturation")).toEqual({ x: 0.12, exposure: null });
    expect(level("ct_alive")).toEqual({ x: 260_000, exposure: 1 });
    expect(level("controllers_failing")).toEqual({ x: 1, exposure: null });
    expect(flows.signals.get("agent_errors")?.whole).toEqual({ x: 13, exposure: 1 });
    expect(flows.signals.get("packet_drop_ratio")?.whole).toEqual({ x: 201, exposure: 201 + 2 * 134_701 });
    expect(flows.signals.get("regen_fail")?.whole).toEqual({ x: 5, exposure: 274 });
  });
});

describe("what is there and what is not", () => {
  const flows = sample("hubble_flows_processed_total", 10, { verdict: "FORWARDED" });
  const lost = (value: number, source: string) => sample("hubble_lost_events_total", value, { source });

  it("needs the volume of a denominator, and not the failures that are counted into it", () => {
    expect(tally([flows]).flows.signals.get("lost_queue")?.whole).toEqual({ x: 0, exposure: 10 });
    expect(tally([lost(3, "observer_events_queue")]).flows.signals.get("lost_queue")?.whole).toEqual({
      x: 3,
      exposure: null,
    });
  });

  it("says nothing at all of a signal whose metrics are not there", () => {
    expect([...tally([flows]).flows.signals.keys()]).toEqual(
      expect.not.arrayContaining(["dns_error", "http_5xx", "policy_denied", "tcp_rst_per_syn"]),
    );
    expect(tally([sample("cilium_version", 1)], fresh, "agent").levels.signals.get("ct_alive")?.whole).toEqual({
      x: null,
      exposure: 1,
    });
  });

  it("has no events without a scrape before, but levels", () => {
    const first: ScrapeBasis = { before: null, hour: NONE };
    expect(tally([flows], first).flows.signals.size).toBe(0);
    expect(tally([flows], first).levels.signals.get("active_series")?.whole.x).toBe(1);
  });
});

describe("levels within an hour", () => {
  const entries = (value: number, family = "ipv4") =>
    sample("cilium_datapath_conntrack_gc_entries", value, { status: "alive", family, protocol: "TCP" });

  it("count the greatest of each series once, though the series ended and came back", () => {
    let total = 0;
    let basis: ScrapeBasis = { before: null, hour: NONE };
    for (const samples of [[entries(5), entries(7, "ipv6")], [entries(9)], [entries(4), entries(8, "ipv6")]]) {
      const { levels, state } = tally([...samples, sample("cilium_version", 1)], basis, "agent");
      total += levels.signals.get("ct_alive")?.whole.x ?? 0;
      basis = after(state);
    }
    expect(total).toBe(9 + 8);
  });

  it("begin again with the next hour", () => {
    const { state } = tally([entries(9)], fresh, "agent");
    const next = tally([entries(2)], { before: { counters: state.counters, seconds: 600 }, hour: NONE }, "agent");
    expect(next.levels.signals.get("ct_alive")?.whole.x).toBe(2);
  });
});

describe("a share that some releases write as per cent", () => {
  it("is a share in every release", () => {
    const of = (value: number) =>
      tally([sample("cilium_nat_endpoint_max_connection", value, { family: "ipv4" })], fresh, "agent");
    expect([0.12, 12].map((value) => of(value).levels.signals.get("nat_saturation")?.whole.x)).toEqual([0.12, 0.12]);
  });
});

describe("labels", () => {
  const drop = (value: number, reason: string, node?: string) =>
    sample("hubble_drop_total", value, { reason, ...(node && { node }) });

  it("keep the twenty values that matter most, and put the others together", () => {
    const drops = Array.from({ length: 30 }, (_, index) => drop(index + 1, `R${index}`));
    const { segments, whole } = tally(drops).flows.signals.get("drop_per_flow") ?? {};
    const reasons = segments?.get("reason");
    expect(reasons?.size).toBe(21);
    expect(reasons?.get("R29")?.x).toBe(30);
    expect(reasons?.get("other")?.x).toBe((10 * 11) / 2);
    expect([...(reasons?.values() ?? [])].reduce((sum, cell) => sum + (cell.x ?? 0), 0)).toBe(whole?.x);
  });

  it("tell nodes by the series' own label before the target's name", () => {
    const nodes = tally([drop(1, "A"), drop(2, "A", "n7")])
      .flows.signals.get("drop_per_flow")
      ?.segments.get("node");
    expect([nodes?.get("n1")?.x, nodes?.get("n7")?.x]).toEqual([1, 2]);
  });
});
