import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { outcomeOf } from "../gates/gate-run";
import { gateRule } from "./gate-rule";

const Counts = z
  .object({ hard_fail: z.number(), n: z.number(), first_try_fail: z.number().optional() })
  .transform(({ n, hard_fail, first_try_fail }) => ({ n, fail: hard_fail, firstTryFail: first_try_fail ?? hard_fail }));
const Vectors = z.array(
  z.union([
    z.object({
      id: z.string(),
      candidate: Counts,
      baseline: Counts,
      margin_pp: z.number().optional(),
      expect: z.string(),
    }),
    z.object({ id: z.string(), junit: z.string() }),
  ]),
);
const vectors = Vectors.parse(
  JSON.parse(readFileSync(new URL("./fixtures/gate-rule-domain.json", import.meta.url), "utf8")),
);

const runs = (fail: number, n: number, firstTryFail = fail) => ({ fail, n, firstTryFail });
const STABLE = runs(0, 200);

describe("the rule for one cell", () => {
  for (const vector of vectors) {
    if (!("candidate" in vector)) continue;
    it(`says of ${vector.id}: ${vector.expect}`, () => {
      const margin = (vector.margin_pp ?? 10) / 100;
      expect(gateRule({ ...vector, margin }).state).toBe(vector.expect);
    });
  }

  it("an error of a case is a failure of its run", () => {
    const counts = { passed: 0, failed: 0, error: 1, skipped: 0, flaky: 0 };
    expect(outcomeOf(counts, { executed: 1, setupFailure: false })).toBe("failed");
  });

  it("20 clean runs rule out 15 points, not 10", () => {
    const twenty = gateRule({ candidate: runs(0, 20), baseline: STABLE, margin: 0.1 });
    expect(twenty).toMatchObject({ state: "INSUFFICIENT", marginProven: 0.15, runsNeeded: 5 });
    expect(twenty.upper).toBeCloseTo(0.119, 3);
    expect(gateRule({ candidate: runs(0, 20), baseline: STABLE, margin: 0.15 }).state).toBe("CLEAN");
  });

  // ceil(2.706 (1 - d) / d): 11, 16, 25 and 52 clean runs beside a clean baseline.
  it.each([
    [0.2, 11],
    [0.15, 16],
    [0.1, 25],
    [0.05, 52],
  ])("a margin of %d needs %d clean runs", (margin, n) => {
    const before = gateRule({ candidate: runs(0, n - 1), baseline: STABLE, margin });
    expect(before).toMatchObject({ state: "INSUFFICIENT", runsNeeded: 1 });
    expect(gateRule({ candidate: runs(0, n), baseline: STABLE, margin }).state).toBe("CLEAN");
  });

  it("one failure is never red, unless it must never happen", () => {
    const one = { candidate: runs(1, 5), baseline: STABLE, margin: 0.2 };
    expect(gateRule(one).state).toBe("SUSPECT");
    expect(gateRule({ ...one, neverFail: true }).state).toBe("REGRESSED");
    expect(gateRule({ candidate: runs(0, 1), baseline: STABLE, margin: 0.2, neverFail: true }).state).toBe("REGRESSED");
  });

  it("30 points are extreme", () => {
    expect(gateRule({ candidate: runs(3, 10), baseline: STABLE, margin: 0.2 })).toMatchObject({
      state: "REGRESSED",
      isExtreme: true,
    });
    expect(gateRule({ candidate: runs(4, 20), baseline: STABLE, margin: 0.2 }).isExtreme).toBe(false);
  });

  it("an open regression stays red a little longer than it takes to open one", () => {
    // mid-p 0.009, but 9 points only.
    const fading = { candidate: runs(3, 30), baseline: runs(2, 200), margin: 0.2 };
    expect(gateRule(fading).state).toBe("SUSPECT");
    expect(gateRule({ ...fading, isOpen: true }).state).toBe("REGRESSED");
    expect(gateRule({ candidate: runs(2, 30), baseline: runs(2, 200), margin: 0.2, isOpen: true }).state).not.toBe(
      "REGRESSED",
    );
  });

  describe("without a baseline", () => {
    const none = runs(0, 29);
    it.each([
      [0, 10, "NEW_NO_BASELINE"],
      [1, 20, "NEW_NO_BASELINE"],
      [1, 10, "SUSPECT"],
      [1, 6, "SUSPECT"],
      [2, 20, "SUSPECT"],
      [3, 20, "REGRESSED"],
      [2, 5, "NEW_NO_BASELINE"],
    ])("%d of %d failed: %s", (fail, n, state) => {
      expect(gateRule({ candidate: runs(fail, n), baseline: none, margin: 0.1 }).state).toBe(state);
    });
  });

  it("an improvement is told as one only when the margin is proven too", () => {
    expect(gateRule({ candidate: runs(0, 60), baseline: runs(60, 200), margin: 0.1 }).state).toBe("IMPROVED");
  });

  it("never says of 0 of 4 that it is clean", () => {
    expect(gateRule({ candidate: runs(0, 4), baseline: STABLE, margin: 0.2 })).toMatchObject({
      state: "INSUFFICIENT",
      runsNeeded: 7,
    });
  });
});
