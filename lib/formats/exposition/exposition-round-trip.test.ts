import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byteStream, chunkSizes } from "@/lib/testing/byte-stream";
import type { Labels, Sample } from "./exposition";
import { parseExposition } from "./parse-exposition";
import { seriesKey } from "./series-key";

const LEGACY_NAME = /^[a-zA-Z_:][a-zA-Z0-9_:]*$/;
const LEGACY_LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

const quote = (text: string) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n")}"`;
const number = (value: number) => (Object.is(value, -0) ? "-0" : String(value).replace("Infinity", "Inf"));

/** A sample as a client library writes it. */
function write({ name, labels, value, timestampMs }: Sample): string {
  const pairs = [...labels].map(([label, text]) => `${LEGACY_LABEL.test(label) ? label : quote(label)}=${quote(text)}`);
  const bare = LEGACY_NAME.test(name);
  const inBraces = bare ? pairs : [quote(name), ...pairs];
  const braces = inBraces.length === 0 ? "" : `{${inBraces.join(",")}}`;
  const time = timestampMs === null ? "" : ` ${timestampMs}`;
  return `${bare ? name : ""}${braces} ${number(value ?? 0)}${time}\n`;
}

const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }).map((made) => made.replaceAll("\r", "r"));
const byName = ([a]: [string, string], [b]: [string, string]) => (a < b ? -1 : 1);
const labels: fc.Arbitrary<Labels> = fc
  .uniqueArray(fc.tuple(fc.oneof(text, fc.constantFrom("le", "node", "reason")), text), { selector: ([name]) => name })
  .map((pairs) => new Map(pairs.sort(byName)));
const sample: fc.Arbitrary<Sample> = fc.record({
  line: fc.constant(0),
  name: fc.oneof(text, fc.constantFrom("hubble_drop_total", "a:b", "é.metric")),
  labels,
  value: fc.double(),
  timestampMs: fc.option(fc.integer()),
  exemplar: fc.constant(null),
});

describe("an exposition", () => {
  it("is read as it was written, wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(sample, { selector: (one) => seriesKey(one.name, one.labels) }),
        chunkSizes,
        async (samples, sizes) => {
          const read: Sample[] = [];
          const bytes = byteStream(samples.map(write).join(""), ...sizes);
          const summary = await parseExposition(bytes, { format: "prometheus" }, (one) => read.push(one));
          expect(read.map((one) => ({ ...one, line: 0 }))).toEqual(samples);
          expect(summary.series).toBe(samples.length);
        },
      ),
    ));

  it("is refused or read, whatever stands in it, and never fails otherwise", () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom("a", "{", "}", '"', "\\", ",", "=", " ", "\n", "#", "1", "TYPE", "EOF", "é")),
        fc.constantFrom("prometheus" as const, "openmetrics" as const),
        async (parts, format) => {
          const outcome = await parseExposition(byteStream(parts.join("")), { format }, () => undefined).then(
            () => "read",
            (error: Error) => error.name,
          );
          expect(["read", "FormatError"]).toContain(outcome);
        },
      ),
      { numRuns: 2000 },
    ));

  it("has keys that no two series share", () => {
    fc.assert(
      fc.property(fc.tuple(sample, sample), ([one, other]) => {
        const same = one.name === other.name && write({ ...one, value: 0 }) === write({ ...other, value: 0 });
        if (seriesKey(one.name, one.labels) === seriesKey(other.name, other.labels)) {
          expect(one.labels).toEqual(other.labels);
        } else expect(same).toBe(false);
      }),
    );
    expect(seriesKey("a", new Map([["b", "c1:d1:e"]]))).not.toBe(
      seriesKey(
        "a",
        new Map([
          ["b", "c"],
          ["d", "e"],
        ]),
      ),
    );
  });
});
