import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { signalDto } from "../dto-of-signal";
import { dropReasonOf, EXPECTED_DROP_REASONS } from "../expected-drop-reasons";
import { correctedRingLoss } from "../ring-buffer-loss";
import { SignalDto } from "../signal";
import { hasOwnExposure, labelsOf, signalMetrics } from "../signal-metrics";
import { normalisedValue } from "../signal-value";
import { SIGNALS, signalById } from "./catalogue";
import { METRIC_LABELS } from "./metric-labels";

const read = (name: string) => JSON.parse(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8"));
const documented = z
  .object({ versions: z.record(z.string(), z.record(z.string(), z.array(z.string()))) })
  .parse(read("documented-labels.json"));
const reasons = z
  .object({ reasons: z.array(z.object({ agent: z.string(), hubble: z.string().nullable(), expected: z.boolean() })) })
  .parse(read("drop-reasons.json")).reasons;

const known = (id: string) => {
  const signal = signalById(id);
  if (signal === undefined) throw new Error(`no signal ${id}`);
  return signal;
};

describe("the catalogue of signals", () => {
  it.each(SIGNALS)("explains $id by labels that its metrics have", (signal) => {
    const [first] = signalMetrics(signal);
    const labels = labelsOf(first ?? "");
    expect(signal.explainBy.filter((label) => label !== "__name__" && !labels.has(label))).toEqual([]);
    expect(signal.explainBy.length).toBeLessThanOrEqual(8);
  });

  it("knows every label that is documented, of both minors", () => {
    const unknown = Object.values(documented.versions).flatMap((metrics) =>
      Object.entries(metrics).flatMap(([metric, labels]) =>
        labels.filter((label) => !labelsOf(metric).has(label)).map((label) => `${metric} ${label}`),
      ),
    );
    expect(Object.keys(documented.versions)).toEqual(["1.19.2", "1.20.0-pre.4"]);
    expect(unknown).toEqual([]);
  });

  it("knows the labels of all its metrics but those it lists by regular expression", () => {
    const metrics = SIGNALS.flatMap(signalMetrics).filter((metric) => !metric.includes("|"));
    expect(metrics.filter((metric) => !(metric in METRIC_LABELS))).toEqual([]);
  });

  it("judges nothing without a least volume or a least number of events or a limit", () => {
    const careless = SIGNALS.filter(
      (signal) => signal.method !== "info" && signal.absolute === null && signal.minEvents === 0,
    );
    expect(careless).toEqual([]);
  });

  it("is shown as the contract says", () => {
    expect(() => SIGNALS.map((signal) => SignalDto.parse(signalDto(signal)))).not.toThrow();
  });
});

describe("what is divided by what", () => {
  it("splits requests by workload, and never errors by the status that makes them errors", () => {
    expect(hasOwnExposure(known("http_5xx"), "destination_workload")).toBe(true);
    expect(hasOwnExposure(known("http_5xx"), "status")).toBe(false);
  });

  it("has no flows by the reason of a drop, nor packets", () => {
    expect(hasOwnExposure(known("drop_per_flow"), "reason")).toBe(false);
    expect(hasOwnExposure(known("packet_drop_ratio"), "reason")).toBe(false);
    expect(hasOwnExposure(known("packet_drop_ratio"), "direction")).toBe(true);
  });
});

describe("what releases write differently", () => {
  it("spells every drop reason in both vocabularies", () => {
    for (const { agent, hubble } of reasons) {
      expect(dropReasonOf(agent)?.hubble).toBe(hubble);
      if (hubble !== null) expect(dropReasonOf(hubble)?.agent).toBe(agent);
    }
    expect(dropReasonOf("Policy denied")).toBe(dropReasonOf("POLICY_DENIED"));
    expect(dropReasonOf("A reason of 1.21")).toBeUndefined();
  });

  it("expects exactly the reasons that Cilium's own suite expects", () => {
    const expected = reasons.filter((reason) => reason.expected).flatMap(({ agent, hubble }) => [agent, hubble]);
    expect([...EXPECTED_DROP_REASONS].sort()).toEqual(expected.sort());
  });

  it("takes the made-up loss of the ring buffer away: 12 a minute and agent, on the releases that have it", () => {
    const hour = { agents: 3, seconds: 3600 };
    expect(correctedRingLoss(12 * 60 * 3, { version: "1.19.6", ...hour })).toBe(0);
    expect(correctedRingLoss(12 * 60 * 3 + 50, { version: "1.20.0-pre.3", ...hour })).toBeCloseTo(50);
    expect(correctedRingLoss(100, { version: "1.19.6", ...hour })).toBe(0);
    expect(correctedRingLoss(100, { version: "1.19.3", ...hour })).toBe(100);
    expect(correctedRingLoss(100, { version: "1.20.0", ...hour })).toBe(100);
  });

  it("reads ports in use as a share, whether written as one or as per cent", () => {
    expect(normalisedValue(known("nat_saturation"), 0.61)).toBe(0.61);
    expect(normalisedValue(known("nat_saturation"), 61)).toBe(0.61);
    expect(normalisedValue(known("unreachable_nodes"), 61)).toBe(61);
  });
});
