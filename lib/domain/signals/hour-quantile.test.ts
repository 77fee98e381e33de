import { describe, expect, it } from "vitest";
import { histogramQuantile } from "./hour-quantile";

const buckets = (of: Record<string, number>) =>
  Object.entries(of).map(([bound, count]) => ({
    bound: bound === "+Inf" ? Number.POSITIVE_INFINITY : Number(bound),
    count,
  }));

describe("histogramQuantile", () => {
  // promql/promqltest/testdata/histograms.test of Prometheus: testhistogram_bucket, positive and negative.
  const positive = buckets({ "0.1": 50, "0.2": 70, "1": 110, "+Inf": 120 });
  const negative = buckets({ "-0.2": 10, "-0.1": 20, "0.3": 20, "+Inf": 30 });

  it.each([
    [0, 0, -0.2],
    [0.5, 0.15, -0.15],
    [0.8, 0.72, 0.3],
    [1, 1, 0.3],
  ])("gives what Prometheus gives at %d", (q, ofPositive, ofNegative) => {
    expect(histogramQuantile(q, positive)).toBeCloseTo(ofPositive, 12);
    expect(histogramQuantile(q, negative)).toBeCloseTo(ofNegative, 12);
  });

  it("is the greatest bound where it lies beyond, whatever the order of the buckets", () => {
    expect(histogramQuantile(0.99, buckets({ "+Inf": 100, "0.5": 50, "0.1": 10 }))).toBe(0.5);
  });

  it.each([
    ["nothing was observed", buckets({ "1": 0, "+Inf": 0 })],
    ["there is only the bucket without bound, as of a native histogram", buckets({ "+Inf": 9 })],
    ["the bucket without bound is missing", buckets({ "1": 3, "2": 4 })],
    ["there is none", []],
  ])("is unknown where %s", (_what, none) => {
    expect(histogramQuantile(0.99, none)).toBeNull();
  });
});
