import { describe, expect, it } from "vitest";
import { DROPS, gateCellOf, openRegression, runAt, STABLE, signalTestOf } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";
import type { GateCell } from "./gate-cell";
import { judgeBoard } from "./judge-board";
import { type BoardInput, cellKey, type JudgedCell } from "./judged-cell";
import type { CellFinding } from "./reason-of-cell";
import { regressionReasons } from "./regression-reasons";
import type { StoredSignalTest } from "./stored-signal-test";

const SEEN = new Date("2026-06-09T10:00:00.000Z");
const REGRESSION: NonNullable<CellFinding["regression"]> = {
  id: "0190",
  number: 214,
  state: "open",
  firstSeenAt: SEEN,
  reason: null,
};

function gate(told: string, more: Partial<BoardInput> = {}, cell: Partial<GateCell> = {}) {
  const others = Array.from({ length: 20 }, (_, at) => gateCellOf("p".repeat(10), STABLE, { gateId: `other-${at}` }));
  return judgeBoard(boardInput([gateCellOf(told, STABLE, cell), ...others], more)).cells.slice(0, 1);
}

function signals(...tests: Partial<StoredSignalTest>[]) {
  const known = new Map([DROPS.id, "dns", "http"].map((id) => [id, { ...DROPS, id, title: `Signal ${id}` }]));
  return judgeBoard(boardInput([], { signals: known, signalTests: tests.map((test) => signalTestOf(test)) })).cells;
}

const reasons = (cells: readonly JudgedCell[], regression: CellFinding["regression"] = REGRESSION) =>
  regressionReasons(
    "eu-prod-3",
    cells.map((cell) => ({ cell, regression })),
  );

describe("regressionReasons", () => {
  it("says what got worse, since when, with the regression and three runs", () => {
    const [reason] = reasons(gate("ffffpppppp"));
    expect(reason).toMatchObject({
      area: "dataplane",
      code: "regression",
      severity: "blocks",
      subject: "pod-to-pod",
      summary: "Pod to pod encryption failed in 4 of 10 runs",
      title: "Pod to pod encryption fails more often",
      since: SEEN.toISOString(),
      count: { value: 4, unit: "runs" },
    });
    expect(reason?.detail).toMatch(/^4 of 10 runs failed after retries/);
    expect(reason?.evidence.map(({ id }) => id)).toEqual(["R-214", "run-3", "run-2", "run-1", "pod-to-pod"]);
  });

  it.each<[string, string, string]>([
    ["fppppppppp", "suspect", "risk"],
    ["kkkkpppppp", "flake-regressed", "risk"],
  ])("%s is %s", (told, code, severity) => {
    expect(reasons(gate(told), null)).toMatchObject([{ code, severity }]);
  });

  it("says nothing of what is proven, and nothing of what lacks runs", () => {
    for (const told of ["p".repeat(30), "ppp", "pppppppppp", ""]) expect(reasons(gate(told))).toEqual([]);
  });

  it("names a waiver and its end", () => {
    const expiresAt = new Date(Date.UTC(2026, 6, 20));
    const waiver = {
      ...{ id: "w", kind: "gate" as const, subject: "pod-to-pod", scope: { kind: "fleet" as const }, revokedAt: null },
      ...{ level: { "eu-prod-3": { x: 4, n: 10, ratio: null } }, expiresAt, authorId: "ann" },
      ...{ approvals: [{ id: "bob" }], approvalsNeeded: 1 },
    };
    expect(reasons(gate("ffffpppppp", { waivers: [waiver] }))).toMatchObject([
      {
        code: "waived",
        severity: "risk",
        summary: "Pod to pod encryption failed in 4 of 10 runs, waived until 20 Jul 2026",
      },
    ]);
  });

  it("does not let a claimed fix lift a hold", () => {
    const previous = new Map([
      [cellKey("gate", "pod-to-pod", "eu-prod-3"), openRegression({ fixClaimedAt: runAt(10) })],
    ]);
    expect(reasons(gate("fffppppppppp", { previous }))).toMatchObject([
      {
        code: "regression",
        severity: "blocks",
        summary: expect.stringMatching(/a fix is claimed and not yet proven$/),
      },
    ]);
  });

  it("has a dismissed red looked at, until it is worse than that", () => {
    const dismissed = { ...REGRESSION, state: "dismissed" as const, reason: "lab outage" };
    const [cell] = gate("ffffpppppp");
    if (cell === undefined) throw new Error("no cell");
    expect(reasons([cell], dismissed)).toMatchObject([
      { severity: "risk", summary: expect.stringMatching(/, dismissed: lab outage$/) },
    ]);
    expect(reasons([{ ...cell, worseThanDismissed: true }], dismissed)).toMatchObject([{ severity: "blocks" }]);
  });

  it("says of a signal how it moved, and of a limit that it is passed", () => {
    expect(reasons(signals({}))).toMatchObject([
      { code: "regression", severity: "risk", summary: "Signal drops 13.5 times baseline", title: "Signal drops rose" },
    ]);
    const guardrail = { level: "warn" as const, value: 0.85, limit: 0.8, summary: "The NAT table is 85 % full." };
    expect(reasons(signals({ guardrail, p: null }))).toMatchObject([
      {
        code: "guardrail",
        severity: "risk",
        summary: "The NAT table is 85 % full",
        title: "Signal drops beyond its limit",
      },
    ]);
  });

  it("has one reason for all signals that fell silent, and none for those that never came", () => {
    const stale = { state: "STALE" as const, reasons: [], knownChanges: [] };
    const none = { state: "NO_DATA" as const, reasons: [], knownChanges: [] };
    const dark = reasons(
      signals(
        { comparability: stale, p: null },
        { comparability: stale, p: null, signalId: "dns" },
        { comparability: none, p: null, signalId: "http", candidate: null, baseline: null },
      ),
      null,
    );
    expect(dark).toMatchObject([
      {
        code: "signals-dark",
        severity: "missing",
        summary: "2 signals fell silent: Signal dns and Signal drops",
        since: "2026-06-10T00:00:00.000Z",
      },
    ]);
  });

  it("puts what blocks first", () => {
    const cells = [...gate("fppppppppp"), ...gate("ffffpppppp", {}, { gateId: "dns" })];
    expect(reasons(cells, null).map(({ severity }) => severity)).toEqual(["blocks", "risk"]);
  });
});
