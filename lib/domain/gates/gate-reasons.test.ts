import { describe, expect, it } from "vitest";
import { aGate, aRun, failedCase, hoursAgo, NOW, runs } from "@/lib/testing/gate-facts";
import type { Gate } from "./gate";
import type { GateRunFact } from "./gate-history";
import { judgeGate } from "./judge-gate";

const judge = (gate: Gate, history: GateRunFact[]) =>
  judgeGate(gate, { runs: history }, { cluster: "edge-prod-1", required: true, now: NOW });

const failedWith = (hours: number, ...names: string[]) =>
  aRun("failed", hours, { notPassed: names.map((name) => failedCase(name)) });

describe("a gate's reasons", () => {
  it("says how many runs are there and how many are needed", () => {
    const { reasons, window } = judge(aGate({ minRuns: 20 }), runs("PPPPPP"));
    expect(reasons[0]?.summary).toBe("Conntrack soak has 6 of 20 runs; 14 more needed");
    expect(reasons[0]?.count).toEqual({ value: 14, unit: "runs" });
    expect(window).toMatchObject({ used: 6, passed: 6, failed: 0, needed: 20 });
    expect(window.newestAt).toEqual(hoursAgo(1));
    expect(window.oldestAt).toEqual(hoursAgo(6));
  });

  it("names the failed cases, those that fail most first, and links to the failed runs", () => {
    const history = [failedWith(1, "to-fqdns", "dns-only"), aRun("passed", 2), failedWith(3, "dns-only")];
    const [reason] = judge(aGate(), history).reasons;
    expect(reason?.summary).toBe("Conntrack soak failed 2 of 3 runs");
    expect(reason?.detail).toBe("Failed: dns-only and to-fqdns. Needs 100 % of 3 runs.");
    expect(reason?.since).toBe(hoursAgo(3).toISOString());
    expect(reason?.evidence.map(({ href }) => href)).toEqual([
      "/gates/runs/run-failed-1",
      "/gates/runs/run-failed-3",
      "/gates/conntrack-soak?cluster=edge-prod-1",
    ]);
  });

  it("dates a stale gate from the instant it became stale", () => {
    const [reason] = judge(aGate(), [aRun("passed", 200), aRun("passed", 180)]).reasons;
    expect(reason?.summary).toBe("Conntrack soak has no run in the last 7 d");
    expect(reason?.detail).toBe("The newest ran on 2 Jun 2026 21:00 UTC.");
    expect(reason?.since).toBe(hoursAgo(12).toISOString());
  });

  it("say failed of a single run, and nothing of cases that nobody named", () => {
    const [reason] = judge(aGate({ minRuns: 1 }), runs("F")).reasons;
    expect(reason?.summary).toBe("Conntrack soak failed");
    expect(reason?.detail).toBe("Needs 100 % of 1 run.");
  });

  it("count flaky cases and name the first", () => {
    const flaky = ["a", "b", "c", "d", "e"].map((name) => failedCase(name, "flaky"));
    const [reason] = judge(aGate({ minRuns: 1 }), [aRun("passed", 1, { notPassed: flaky })]).reasons;
    expect(reason?.summary).toBe("5 cases of Conntrack soak are flaky");
    expect(reason?.detail).toBe("a, b, c and 2 more.");
  });

  it("link to five runs at most", () => {
    const [reason] = judge(aGate({ minRuns: 20 }), runs("FFFFFFFF")).reasons;
    expect(reason?.evidence.filter(({ kind }) => kind === "gate-run")).toHaveLength(5);
  });
});
