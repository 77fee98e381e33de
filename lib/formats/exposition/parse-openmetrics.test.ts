import { describe, expect, it } from "vitest";
import { byteStream } from "@/lib/testing/byte-stream";
import type { Sample } from "./exposition";
import { parseExposition } from "./parse-exposition";

async function read(text: string) {
  const samples: Sample[] = [];
  const summary = await parseExposition(byteStream(text), { format: "openmetrics" }, (sample) => samples.push(sample));
  return { samples, summary };
}

describe("OpenMetrics text", () => {
  // Made of the examples of https://prometheus.io/docs/specs/om/open_metrics_spec/
  it("reads every type, times in seconds, exemplars and created samples", async () => {
    const { samples, summary } = await read(`# TYPE acme_http_router_request_seconds summary
# UNIT acme_http_router_request_seconds seconds
# HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.
acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32
acme_http_router_request_seconds_count{path="/api/v1",method="GET"} 807283.0
acme_http_router_request_seconds_created{path="/api/v1",method="GET"} 1605281325.0
# TYPE go_goroutines gauge
# HELP go_goroutines Number of goroutines that currently exist.
go_goroutines 69 1520879607.789
# TYPE foo counter
foo_total 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67 1520879606.5
foo_created 1520430000.123
# TYPE latency histogram
latency_bucket{le="0.01"} 0
latency_bucket{le="+Inf"} 17 # {} 9.8
latency_count 17
latency_sum 324789.3
# TYPE build info
build_info{version="1.0"} 1
# TYPE feature stateset
feature{feature="a"} 1
feature{feature="b"} 0
# TYPE odd unknown
odd -3
# EOF
`);
    expect(summary.series).toBe(14);
    expect(samples.find((sample) => sample.name === "go_goroutines")?.timestampMs).toBeCloseTo(1520879607789, 3);
    expect(samples.find((sample) => sample.name === "foo_total")).toEqual({
      line: 11,
      name: "foo_total",
      labels: new Map(),
      value: 17,
      timestampMs: 1520879607789,
      exemplar: { labels: new Map([["trace_id", "KOO5S4vxi0o"]]), value: 0.67, timestampMs: 1520879606500 },
    });
    const infinite = samples.find((sample) => sample.labels.get("le") === "+Inf");
    expect(infinite).toMatchObject({ value: 17, timestampMs: null, exemplar: { value: 9.8, timestampMs: null } });
  });

  it("notices a native histogram and leaves what is in it", async () => {
    const { samples } = await read(
      '# TYPE h histogram\nh{a="b"} {count:12,sum:18.7,schema:3,zero_threshold:1e-128,zero_count:0,positive_spans:[0:2],positive_buckets:[2,4]} 1520879607\n# EOF',
    );
    expect(samples).toMatchObject([{ name: "h", value: null, timestampMs: 1520879607000 }]);
  });

  it.each([
    ["a_total 1\n", 2, "ends without # EOF"],
    ["", 1, "ends without # EOF"],
    ["a_total 1\n# EOF\nb_total 1\n", 3, "nothing may follow"],
    ["# EOF\n\n", 2, "nothing may follow"],
    ["a_total 1\n\n# EOF\n", 2, "no empty lines"],
    ["# a remark\n# EOF\n", 1, "no comments"],
    ["# TYPE a counter\na 1\n# EOF\n", 2, "a counter has no sample a"],
    ["# TYPE a gauge\na_total 1\n# EOF\n", 2, "a gauge has no sample a_total"],
    ["# TYPE a counter\na_total -1\n# EOF\n", 2, "not negative"],
    ["# TYPE a counter\na_total NaN\n# EOF\n", 2, "not NaN"],
    ["# TYPE a histogram\na_bucket 1\n# EOF\n", 2, "without le"],
    ["# TYPE a histogram\na 1\n# EOF\n", 2, "without suffix"],
    ["# TYPE a info\na_info 2\n# EOF\n", 2, "the value 1"],
    ['# TYPE a stateset\na{a="x"} 2\n# EOF\n', 2, "0 or 1"],
    ["# TYPE a stateset\na 1\n# EOF\n", 2, "no label a"],
    ["# TYPE a untyped\n# EOF\n", 1, "unknown"],
    ["# UNIT a seconds\n# EOF\n", 1, "its unit"],
    ["a 1 # 0.5\n# EOF\n", 1, "labels of an exemplar"],
    [`a 1 # {t="${"x".repeat(128)}"} 1\n# EOF\n`, 1, "128 characters"],
    ["a {nonsense}\n# EOF\n", 1, "expected ="],
    ["a {count:1\n# EOF\n", 1, "not closed"],
    ["a 1 NaN\n# EOF\n", 1, "no time in seconds"],
  ])("refuses %j, naming line %i", async (text, line, detail) => {
    await expect(read(text)).rejects.toMatchObject({
      problem: { code: "INVALID", line, detail: expect.stringContaining(detail) },
    });
  });

  it("takes an exemplar of just 128 characters", async () => {
    const { samples } = await read(`a 1 # {t="${"é".repeat(127)}"} 1\n# EOF`);
    expect(samples[0]?.exemplar?.labels.get("t")).toHaveLength(127);
  });
});
