import { describe, expect, it } from "vitest";
import { MARK_HEIGHT, prepareClusterStrip } from "./prepare-cluster-strip";
import { prepareDurations } from "./prepare-durations";
import { countVerdicts, prepareShares, verdictSentence } from "./prepare-verdict-counts";
import { labelledDays, prepareVerdictDays, verdictDaysSentence } from "./prepare-verdict-days";

describe("verdict counts", () => {
  it("says them worst first, leaving out what there is none of", () => {
    const counts = countVerdicts(["ready", "blocked", "ready", "review"]);
    expect(verdictSentence(counts)).toBe("1 blocked, 1 review, 2 ready");
    expect(verdictSentence(countVerdicts([]))).toBe("none");
  });

  it("shares the bar out in full, and one of 500 is still seen", () => {
    const shares = prepareShares({ ready: 498, review: 0, unproven: 1, blocked: 1 });
    expect(shares.map(({ verdict }) => verdict)).toEqual(["blocked", "unproven", "ready"]);
    expect(shares.map(({ share }) => Number(share.toFixed(4)))).toEqual([0.04, 0.04, 0.92]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it("is true to the counts when none is small", () => {
    const shares = prepareShares({ ready: 15, review: 4, unproven: 2, blocked: 3 });
    expect(shares.map(({ share }) => share * 24)).toEqual([3, 2, 4, 15].map((count) => expect.closeTo(count, 10)));
    expect(prepareShares({ ready: 0, review: 0, unproven: 0, blocked: 0 })).toEqual([]);
  });
});

describe("prepareClusterStrip", () => {
  it("puts the worst first, by name among equals, and leaves its input alone", () => {
    const clusters = [
      { name: "b", verdict: "ready" },
      { name: "z", verdict: "blocked" },
      { name: "a", verdict: "ready" },
      { name: "m", verdict: "unproven" },
    ] as const;
    expect(prepareClusterStrip(clusters).map(({ name }) => name)).toEqual(["z", "m", "a", "b"]);
    expect(clusters[0].name).toBe("b");
  });

  it("rises with severity", () => {
    expect(MARK_HEIGHT.ready).toBeLessThan(MARK_HEIGHT.review);
    expect(MARK_HEIGHT.review).toBeLessThan(MARK_HEIGHT.unproven);
    expect(MARK_HEIGHT.unproven).toBeLessThan(MARK_HEIGHT.blocked);
  });
});

describe("prepareVerdictDays", () => {
  it("has one entry a day across the end of a month, and never fills a gap", () => {
    const days = prepareVerdictDays(
      [
        { day: "2026-02-27", verdict: "ready" },
        { day: "2026-03-01", verdict: "review" },
        { day: "2026-03-01", verdict: "blocked" },
      ],
      "2026-03-01",
      4,
    );
    expect(days).toEqual([
      { day: "2026-02-26", verdict: null },
      { day: "2026-02-27", verdict: "ready" },
      { day: "2026-02-28", verdict: null },
      { day: "2026-03-01", verdict: "blocked" },
    ]);
    expect(verdictDaysSentence(days)).toBe("no data 2 d, ready 1 d, blocked 1 d");
  });

  it("labels every week and the last day, without letting two labels touch", () => {
    const labels = (count: number) =>
      labelledDays(prepareVerdictDays([], "2026-06-10", count)).map((day) => day.slice(5));
    expect(labels(28)).toEqual(["05-14", "05-21", "05-28", "06-04", "06-10"]);
    expect(labels(10)).toEqual(["06-01", "06-10"]);
    expect(labels(8)).toEqual(["06-03", "06-10"]);
    expect(labels(1)).toEqual(["06-10"]);
    expect(labelledDays([])).toEqual([]);
  });
});

describe("prepareDurations", () => {
  it("measures from zero, and unknown is not zero", () => {
    expect(prepareDurations([30, null, 60, 0])).toEqual({
      longest: 60,
      bars: [{ share: 0.5 }, { share: null }, { share: 1 }, { share: 0 }],
    });
    expect(prepareDurations([null])).toEqual({ longest: 0, bars: [{ share: null }] });
    expect(prepareDurations([0])).toEqual({ longest: 0, bars: [{ share: 0 }] });
  });
});
