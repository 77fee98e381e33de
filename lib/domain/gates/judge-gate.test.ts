import { describe, expect, it, test } from "vitest";
import { aGate, aRun, failedCase, hoursAgo, NOW, runs } from "@/lib/testing/gate-facts";
import type { Gate } from "./gate";
import type { GateRunFact } from "./gate-history";
import { type GateState, judgeGate } from "./judge-gate";

const judge = (gate: Gate, history: GateRunFact[], required = true, now = NOW) =>
  judgeGate(gate, { runs: history }, { cluster: "edge-prod-1", required, now });

const failedWith = (hours: number, ...names: string[]) =>
  aRun("failed", hours, { notPassed: names.map((name) => failedCase(name)) });

interface Row {
  name: string;
  gate?: Partial<Gate>;
  runs: GateRunFact[];
  optional?: boolean;
  state: GateState;
  /** `severity code`, in the order in which they are told. */
  reasons: string[];
}

const ROWS: Row[] = [
  { name: "no run at all", runs: [], state: "missing", reasons: ["missing gate-not-run"] },
  { name: "no run of an optional gate", runs: [], optional: true, state: "not-required", reasons: [] },
  { name: "stale runs only", runs: [aRun("passed", 169)], state: "missing", reasons: ["missing gate-stale"] },
  {
    name: "a run of exactly the greatest age",
    runs: [aRun("passed", 168)],
    state: "missing",
    reasons: ["missing gate-stale"],
  },
  { name: "set-up failed each time", runs: runs("EEE"), state: "missing", reasons: ["missing gate-setup-failed"] },
  { name: "no case executed each time", runs: runs("III"), state: "missing", reasons: ["missing gate-inconclusive"] },
  {
    name: "set-up failed, nothing executed before",
    runs: runs("EI"),
    state: "missing",
    reasons: ["missing gate-setup-failed"],
  },
  {
    name: "stale passes under fresh set-up failures",
    runs: [...runs("E"), aRun("passed", 200)],
    state: "missing",
    reasons: ["missing gate-setup-failed"],
  },
  { name: "as many passes as needed", runs: runs("PPP"), state: "passed", reasons: [] },
  { name: "one pass short", runs: runs("PP"), state: "missing", reasons: ["missing gate-too-few-runs"] },
  { name: "one pass short of an optional gate", runs: runs("PP"), optional: true, state: "not-required", reasons: [] },
  {
    name: "a stale pass does not fill the window",
    runs: [...runs("PP"), aRun("passed", 300)],
    state: "missing",
    reasons: ["missing gate-too-few-runs"],
  },
  {
    name: "one failure that no later pass can make good",
    runs: runs("F"),
    state: "failing",
    reasons: ["blocks gate-failing"],
  },
  { name: "a failure inside the window", runs: runs("PPF"), state: "failing", reasons: ["blocks gate-failing"] },
  { name: "a failure that has left the window", runs: runs("PPPF"), state: "passed", reasons: [] },
  {
    name: "an optional gate fails",
    runs: runs("PPF"),
    optional: true,
    state: "failing",
    reasons: ["risk gate-failing"],
  },
  {
    name: "19 of 20 at 95 %",
    gate: { minRuns: 20, passRate: 0.95 },
    runs: runs(`P${"P".repeat(18)}F`),
    state: "passed",
    reasons: [],
  },
  {
    name: "18 of 20 at 95 %",
    gate: { minRuns: 20, passRate: 0.95 },
    runs: runs(`PF${"P".repeat(17)}F`),
    state: "failing",
    reasons: ["blocks gate-failing"],
  },
  {
    name: "two failures before 20 runs at 95 %",
    gate: { minRuns: 20, passRate: 0.95 },
    runs: runs("PFF"),
    state: "failing",
    reasons: ["blocks gate-failing"],
  },
  {
    name: "the rate holds but the newest failed",
    gate: { minRuns: 3, passRate: 0.6 },
    runs: runs("FPP"),
    state: "risk",
    reasons: ["risk gate-latest-failed"],
  },
  {
    name: "too few, and the newest failed",
    gate: { minRuns: 20, passRate: 0.95 },
    runs: runs("FPP"),
    state: "missing",
    reasons: ["missing gate-too-few-runs", "risk gate-latest-failed"],
  },
  {
    name: "a pass rate of nothing forgives everything but the newest",
    gate: { passRate: 0 },
    runs: runs("FFF"),
    state: "risk",
    reasons: ["risk gate-latest-failed"],
  },
  {
    name: "newest failed in set-up over enough passes",
    runs: runs("EPPP"),
    state: "risk",
    reasons: ["risk gate-latest-unusable"],
  },
  {
    name: "newest executed nothing over enough passes",
    runs: runs("IPPP"),
    state: "risk",
    reasons: ["risk gate-latest-unusable"],
  },
  {
    name: "set-up failures do not count as runs",
    runs: runs("PEPE"),
    state: "missing",
    reasons: ["missing gate-too-few-runs"],
  },
  {
    name: "newest unusable of an optional gate is a note",
    runs: runs("EPPP"),
    optional: true,
    state: "risk",
    reasons: ["info gate-latest-unusable"],
  },
  {
    name: "flaky inside a judged run",
    runs: [
      aRun("passed", 1, { notPassed: [failedCase("to-fqdns", "flaky")] }),
      ...runs("PP").map((run) => ({ ...run, ranAt: hoursAgo(9) })),
    ],
    state: "risk",
    reasons: ["risk gate-flaky"],
  },
  {
    name: "flaky, counted but not named",
    runs: [
      aRun("passed", 1, { counts: { passed: 9, failed: 0, error: 0, skipped: 0, flaky: 2 } }),
      aRun("passed", 2),
      aRun("passed", 3),
    ],
    state: "risk",
    reasons: ["risk gate-flaky"],
  },
  {
    name: "flaky before the window",
    runs: [...runs("PPP"), aRun("passed", 8, { notPassed: [failedCase("to-fqdns", "flaky")] })],
    state: "passed",
    reasons: [],
  },
  {
    name: "a case fails, passes, fails and passes",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1), failedWith(2, "to-fqdns"), aRun("passed", 3), failedWith(4, "to-fqdns")],
    state: "risk",
    reasons: ["risk gate-flaky"],
  },
  {
    name: "a failure followed only by passes is fixed",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1), aRun("passed", 2), failedWith(3, "to-fqdns"), aRun("passed", 4)],
    state: "passed",
    reasons: [],
  },
  {
    name: "two cases fail once each",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1), failedWith(2, "to-fqdns"), aRun("passed", 3), failedWith(4, "dns-only")],
    state: "passed",
    reasons: [],
  },
  {
    name: "the same name in another suite is another case",
    gate: { minRuns: 1 },
    runs: [
      aRun("passed", 1),
      failedWith(2, "to-fqdns"),
      aRun("passed", 3),
      aRun("failed", 4, { notPassed: [{ suite: "other", name: "to-fqdns", status: "failed" }] }),
    ],
    state: "passed",
    reasons: [],
  },
  {
    name: "a list cut short proves no pass between two failures",
    gate: { minRuns: 1 },
    runs: [
      aRun("passed", 1),
      failedWith(2, "to-fqdns"),
      aRun("failed", 3, {
        notPassed: [failedCase("a")],
        counts: { passed: 0, failed: 40, error: 0, skipped: 0, flaky: 0 },
      }),
      failedWith(4, "to-fqdns"),
    ],
    state: "passed",
    reasons: [],
  },
  {
    name: "a flip whose first failure is stale",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1), failedWith(2, "to-fqdns"), aRun("passed", 3), failedWith(400, "to-fqdns")],
    state: "passed",
    reasons: [],
  },
  {
    name: "flaky case of an optional gate is a note",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1, { notPassed: [failedCase("a", "flaky")] })],
    optional: true,
    state: "risk",
    reasons: ["info gate-flaky"],
  },
  {
    name: "broken XML is read and told",
    gate: { minRuns: 1 },
    runs: [aRun("passed", 1, { wellFormed: false })],
    state: "passed",
    reasons: ["info gate-document-malformed"],
  },
  {
    name: "a run dated ahead does not count",
    runs: [aRun("passed", -1)],
    state: "missing",
    reasons: ["missing gate-not-run", "info gate-run-in-future"],
  },
  {
    name: "a clock five minutes ahead is believed",
    gate: { minRuns: 1 },
    runs: [aRun("passed", -5 / 60)],
    state: "passed",
    reasons: [],
  },
];

describe("judgeGate", () => {
  test.each(ROWS)("$name", ({ gate, runs: history, optional, state, reasons }) => {
    const judgement = judge(aGate(gate), history, optional !== true);
    expect(judgement.reasons.map(({ severity, code }) => `${severity} ${code}`)).toEqual(reasons);
    expect(judgement.state).toBe(state);
  });

  it("expires when the first judged run does, not when one does that no longer counts", () => {
    const { expiresAt } = judge(aGate(), [
      aRun("passed", 1),
      aRun("passed", 2),
      aRun("passed", 100),
      aRun("passed", 160),
    ]);
    expect(expiresAt).toEqual(hoursAgo(100 - 168));
  });

  it("never expires without a run, or when all are stale", () => {
    expect(judge(aGate(), []).expiresAt).toBeNull();
    expect(judge(aGate(), [aRun("passed", 400)]).expiresAt).toBeNull();
  });
});
