import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { byteStream } from "@/lib/testing/byte-stream";
import type { ExpositionFormat, Sample } from "./exposition";
import { parseExposition } from "./parse-exposition";

async function read(text: string | Uint8Array, format: ExpositionFormat = "prometheus", maxSeries = 1000) {
  const samples: Sample[] = [];
  const summary = await parseExposition(byteStream(text), { format, maxSeries }, (sample) => samples.push(sample));
  return { samples, summary };
}
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const plain = ({ name, labels, value, timestampMs }: Sample) => ({
  name,
  labels: Object.fromEntries(labels),
  value,
  timestampMs,
});

describe("Prometheus text", () => {
  // The example of https://prometheus.io/docs/instrumenting/exposition_formats/
  it("reads the example of its specification", async () => {
    const { samples, summary } = await read(`# HELP http_requests_total The total number of HTTP requests.
# TYPE http_requests_total counter
http_requests_total{method="post",code="200"} 1027 1395066363000
http_requests_total{method="post",code="400"}    3 1395066363000

# Escaping in label values:
msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

# Minimalistic line:
metric_without_timestamp_and_labels 12.47

# A weird metric from before the epoch:
something_weird{problem="division by zero"} +Inf -3982045
`);
    expect(samples.map(plain)).toEqual([
      { name: "http_requests_total", labels: { method: "post", code: "200" }, value: 1027, timestampMs: 1395066363000 },
      { name: "http_requests_total", labels: { method: "post", code: "400" }, value: 3, timestampMs: 1395066363000 },
      {
        name: "msdos_file_access_time_seconds",
        labels: { path: "C:\\DIR\\FILE.TXT", error: 'Cannot find file:\n"FILE.TXT"' },
        value: 1.458255915e9,
        timestampMs: null,
      },
      { name: "metric_without_timestamp_and_labels", labels: {}, value: 12.47, timestampMs: null },
      { name: "something_weird", labels: { problem: "division by zero" }, value: Infinity, timestampMs: -3982045 },
    ]);
    expect(summary).toEqual({ series: 5, types: new Map([["http_requests_total", "counter"]]) });
  });

  it("reads names in quotes, blanks between all parts, a comma at the end, CRLF and no newline at the end", async () => {
    const { samples } = await read(
      '{"my.metric","la.bel"="v", ok = "x" , } 1\r\n\tspaced { a="" , b="é}" }\t2  3\r\n{"é"} 0x1p4\nlast 1_0',
    );
    expect(samples.map(plain)).toEqual([
      { name: "my.metric", labels: { "la.bel": "v", ok: "x" }, value: 1, timestampMs: null },
      { name: "spaced", labels: { b: "é}" }, value: 2, timestampMs: 3 },
      { name: "é", labels: {}, value: 16, timestampMs: null },
      { name: "last", labels: {}, value: 10, timestampMs: null },
    ]);
  });

  it("keeps the two label sets of one histogram apart", async () => {
    const { samples } = await read('# TYPE h histogram\nh_bucket{p="a",le="1"} 1\nh_bucket{p="b",le="1"} 2\n');
    expect(samples.map(({ labels, value }) => [labels.get("p"), value])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it.each([
    ["a 1\nb\n", 2, "expected a value"],
    ["a one\n", 1, '"one" is no number'],
    ["a 1 2 3\n", 1, "expected the end of the line"],
    ["a 1 1.5\n", 1, "no time in milliseconds"],
    ['a{b="c} 1\n', 1, "a quote is not closed"],
    ['a{b="c\\', 1, "a quote is not closed"],
    ['a{b="c" d="e"} 1\n', 1, "expected , or }"],
    ["a{b=c} 1\n", 1, "expected a value in quotes"],
    ['a{b="1",b="2"} 1\n', 1, "the label b twice"],
    ['a{"b"} 1\n', 1, "a second name"],
    ['{"a","b"} 1\n', 1, "a second name"],
    ['{b="c"} 1\n', 1, "has no name"],
    ['a{__name__="b"} 1\n', 1, "__name__"],
    ['{""} 1\n', 1, "an empty name"],
    ["9a 1\n", 1, "expected the name of a metric"],
    ["# TYPE a counter\n# TYPE a gauge\n", 2, "a second TYPE"],
    ["a 1\n# TYPE a counter\n", 2, "after its samples"],
    ["# TYPE a thing\n", 1, "is no type"],
    ['a 1 # {t="x"} 1\n', 1, "application/openmetrics-text"],
    ["a{} 1\n\n# x\na 2\n", 4, "came before"],
    ['a{b="1",c="2"} 1\na{c="2",b="1"} 1\n', 2, "came before"],
    ['a{b=""} 1\na 1\n', 2, "came before"],
  ])("refuses %j, naming line %i", async (text, line, detail) => {
    await expect(read(text)).rejects.toMatchObject({
      problem: { code: "INVALID", line, detail: expect.stringContaining(detail) },
    });
  });

  it("refuses what is not UTF-8, with its line", async () => {
    await expect(read(Buffer.from('a 1\nb{c="\xff"} 1\n', "latin1"))).rejects.toMatchObject({ problem: { line: 2 } });
  });
});

describe("the limits of an exposition", () => {
  const labels = (count: number) => Array.from({ length: count }, (_, index) => `l${index}="v"`).join();

  it("takes 64 labels, values of 1,024 bytes and as many series as are allowed", async () => {
    const { samples } = await read(`a{${labels(64)}} 1\nb{c="${"é".repeat(512)}"} 1\n`, "prometheus", 2);
    expect(samples.map((sample) => sample.labels.size)).toEqual([64, 1]);
  });

  it.each([
    ["a label more", `a{${labels(65)}} 1\n`, 1, "INVALID"],
    ["a byte more", `ok 1\na{b="${"é".repeat(512)}x"} 1\n`, 2, "INVALID"],
    ["a name that is too long", `{"${"n".repeat(1025)}"} 1\n`, 1, "INVALID"],
    ["a series more", "a 1\nb 1\nc 1\n", 3, "TOO_LARGE"],
    ["a line without end", `ok 1\n# HELP a ${"x".repeat(1_000_000)}`, 2, "INVALID"],
  ])("refuses %s", async (_what, text, line, code) => {
    await expect(read(text, "prometheus", 2)).rejects.toMatchObject({ problem: { code, line } });
  });
});

describe("expositions of real and synthetic targets", () => {
  it.each([
    ["prometheus-2.42-metrics.prom", 619],
    ["federate-sample.prom", 3],
    ["synthetic-hubble-baseline.prom", 50],
    ["synthetic-hubble-canary.prom", 101],
    ["synthetic-cilium-agent-baseline.prom", 21],
    ["synthetic-cilium-agent-canary.prom", 21],
  ])("reads %s", async (name, series) => {
    expect((await read(fixture(name))).summary.series).toBe(series);
  });

  it("reads NaN, +Inf and federated times as they stand there", async () => {
    const { samples } = await read(fixture("prometheus-2.42-metrics.prom"));
    const quantile = samples.find((sample) => sample.name === "prometheus_engine_query_duration_seconds");
    expect(quantile?.labels).toEqual(
      new Map([
        ["quantile", "0.5"],
        ["slice", "inner_eval"],
      ]),
    );
    expect(samples.filter((sample) => Number.isNaN(sample.value)).length).toBeGreaterThan(0);
    const federated = await read(fixture("federate-sample.prom"));
    expect(federated.samples.map((sample) => sample.timestampMs)).toEqual([
      1795361170390, 1795361170390, 1795361170390,
    ]);
  });
});
