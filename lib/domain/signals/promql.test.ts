import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { SIGNALS, signalById } from "./catalogue/catalogue";
import { promqlOf } from "./promql";

const fixture = z
  .object({
    signals: z.array(
      z.object({
        id: z.string(),
        n: z.string(),
        d: z.string().nullable(),
        direction: z.string(),
        minVolume: z.number(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync(new URL("./fixtures/signal-catalogue.json", import.meta.url), "utf8")));

const template = { selector: "$S", window: "$W" };

describe("the queries of the catalogue", () => {
  it("are of 37 signals, each once", () => {
    expect(SIGNALS.map((signal) => signal.id).sort()).toEqual(fixture.signals.map((signal) => signal.id).sort());
    expect(SIGNALS).toHaveLength(37);
  });

  it.each(fixture.signals)("of $id are those that were run on a real Prometheus", (expected) => {
    const signal = signalById(expected.id);
    if (signal === undefined) throw new Error("missing");
    expect(promqlOf(signal.numerator, template)).toBe(expected.n);
    expect(signal.denominator && promqlOf(signal.denominator, template)).toBe(expected.d);
    expect(signal.direction).toBe(expected.direction);
    expect(signal.minVolume).toBe(expected.minVolume);
  });
});
