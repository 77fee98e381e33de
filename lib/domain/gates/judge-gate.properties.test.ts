import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aGate, failedCase, hoursAgo, NOW } from "@/lib/testing/gate-facts";
import type { GateRunFact } from "./gate-history";
import { OUTCOMES } from "./gate-run";
import { judgeGate } from "./judge-gate";

const gateArbitrary = fc
  .record({
    minRuns: fc.integer({ min: 1, max: 6 }),
    maxAgeHours: fc.constantFrom(0.5, 24, 168),
    passRate: fc.constantFrom(0, 0.5, 0.8, 1),
  })
  .map(aGate);

/** Runs around the edges of freshness and of the clock, some with cases that fail, pass and fail again. */
const runArbitrary = fc.record({
  id: fc.uuid(),
  ranAt: fc.oneof(
    fc.integer({ min: -10, max: 400 * 60 }).map((minutes) => hoursAgo(minutes / 60)),
    fc.constantFrom(0.5, 24, 168, -5 / 60).map((hours) => hoursAgo(hours)),
  ),
  outcome: fc.constantFrom(...OUTCOMES),
  wellFormed: fc.boolean(),
  notPassed: fc.uniqueArray(
    fc.record({ name: fc.constantFrom("a", "b"), status: fc.constantFrom("failed" as const, "flaky" as const) }),
    { selector: ({ name }) => name, maxLength: 2 },
  ),
});

const historyArbitrary = fc.uniqueArray(runArbitrary, { selector: ({ id }) => id, maxLength: 12 }).map((runs) =>
  runs.map(
    ({ notPassed, ...run }): GateRunFact => ({
      ...run,
      notPassed: notPassed.map(({ name, status }) => failedCase(name, status)),
      counts: {
        passed: 3,
        failed: notPassed.filter(({ status }) => status === "failed").length,
        error: 0,
        skipped: 0,
        flaky: notPassed.filter(({ status }) => status === "flaky").length,
      },
    }),
  ),
);

const SEVERITY_RANK = { info: 0, risk: 1, missing: 2, blocks: 3 };

function judge(gate: ReturnType<typeof aGate>, runs: GateRunFact[], required = true, now = NOW) {
  return judgeGate(gate, { runs }, { cluster: "c", required, now });
}

function rank(judgement: ReturnType<typeof judge>): number {
  return Math.max(0, ...judgement.reasons.map(({ severity }) => SEVERITY_RANK[severity]));
}

describe("judgeGate", () => {
  test("a required gate passes only on enough fresh conclusive runs at the needed rate", () => {
    let passes = 0;
    fc.assert(
      fc.property(gateArbitrary, historyArbitrary, (gate, runs) => {
        const judgement = judge(gate, runs);
        if (judgement.state !== "passed") return;
        passes += 1;
        const counted = runs
          .filter(({ outcome }) => outcome === "passed" || outcome === "failed")
          .filter(({ ranAt }) => NOW.getTime() - ranAt.getTime() < gate.maxAgeHours * 3_600_000)
          .filter(({ ranAt }) => ranAt.getTime() - NOW.getTime() <= 300_000);
        expect(counted.length).toBeGreaterThanOrEqual(gate.minRuns);
        expect(judgement.window.used).toBe(gate.minRuns);
        expect(judgement.window.passed / gate.minRuns).toBeGreaterThanOrEqual(gate.passRate);
      }),
      { numRuns: 2000 },
    );
    expect(passes).toBeGreaterThan(20);
  });

  test("the order of the runs is no input", () => {
    fc.assert(
      fc.property(
        gateArbitrary,
        historyArbitrary.chain((runs) =>
          fc.tuple(fc.constant(runs), fc.shuffledSubarray(runs, { minLength: runs.length })),
        ),
        (gate, [runs, shuffled]) => {
          expect(judge(gate, shuffled)).toEqual(judge(gate, runs));
        },
      ),
    );
  });

  test("nothing changes before it expires, and something does when it expires", () => {
    fc.assert(
      fc.property(gateArbitrary, historyArbitrary, fc.boolean(), (gate, runs, required) => {
        const { expiresAt, ...today } = judge(gate, runs, required);
        const at = (instant: number) => {
          const { expiresAt: _later, ...then } = judge(gate, runs, required, new Date(instant));
          return then;
        };
        if (expiresAt === null) {
          expect(at(NOW.getTime() + 10 * 365 * 86_400_000)).toEqual(today);
          return;
        }
        expect(at(expiresAt.getTime() - 1)).toEqual(today);
        expect(at(expiresAt.getTime())).not.toEqual(today);
      }),
      { numRuns: 1000 },
    );
  });

  test("a run that passed is never better away, flips aside", () => {
    fc.assert(
      fc.property(gateArbitrary, historyArbitrary, fc.nat(), (gate, history, pick) => {
        // Which cases failed is left out: without the pass between them two failures are one.
        const runs = history.map((run) => ({ ...run, notPassed: [], counts: { ...run.counts, failed: 0, flaky: 0 } }));
        const passed = runs.filter(({ outcome }) => outcome === "passed");
        const gone = passed[pick % Math.max(1, passed.length)];
        fc.pre(gone !== undefined);
        const without = runs.filter((run) => run !== gone);
        expect(rank(judge(gate, without))).toBeGreaterThanOrEqual(rank(judge(gate, runs)));
      }),
      { numRuns: 1000 },
    );
  });

  test("an optional gate neither blocks nor is missing", () => {
    fc.assert(
      fc.property(gateArbitrary, historyArbitrary, (gate, runs) => {
        expect(rank(judge(gate, runs, false))).toBeLessThanOrEqual(SEVERITY_RANK.risk);
      }),
    );
  });
});
