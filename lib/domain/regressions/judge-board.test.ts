import { describe, expect, it } from "vitest";
import { DROPS, gateCellOf, openRegression, runAt, STABLE, signalTestOf } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";
import { type GateCell, RUN_INTEGRITY } from "./gate-cell";
import { judgeBoard } from "./judge-board";
import { type BoardInput, cellKey, type PreviousCell } from "./judged-cell";
import type { StoredSignalTest } from "./stored-signal-test";
import type { WaiverFact } from "./waiver-rule";

const KEY = cellKey("gate", "pod-to-pod", "eu-prod-3");
const known = (previous: PreviousCell) => new Map([[KEY, previous]]);

/** So many clean gates beside the one that is looked at. */
function beside(count: number): GateCell[] {
  return Array.from({ length: count }, (_, at) => gateCellOf("p".repeat(10), STABLE, { gateId: `other-${at}` }));
}

/** The judged cell of pod-to-pod on eu-prod-3, on a board of at least 41 compared cells. */
function judged(told: string, more: Partial<BoardInput> = {}, cell: Partial<GateCell> = {}, stable = STABLE) {
  const { cells } = judgeBoard(boardInput([gateCellOf(told, stable, cell), ...beside(40)], more));
  const [first] = cells;
  if (first === undefined) throw new Error("no cell");
  return first;
}

const WAIVER: WaiverFact = {
  id: "w1",
  kind: "gate",
  subject: "pod-to-pod",
  scope: { kind: "cluster", cluster: "eu-prod-3" },
  level: { "eu-prod-3": { x: 4, n: 10, ratio: null } },
  expiresAt: new Date(Date.UTC(2027, 0, 1)),
  revokedAt: null,
  authorId: "ann",
  approvals: [{ id: "bob" }],
  approvalsNeeded: 1,
};

describe("a gate on the board", () => {
  it.each([
    ["ffffpppppp", "EXTREME", "blocks"],
    ["ffpppppppppppppppppp", "REGRESSED", "blocks"],
    ["fppppppppp", "SUSPECT", "risk"],
    ["kkkkpppppp", "FLAKE_REGRESSED", "risk"],
    ["pppp", "INSUFFICIENT", null],
    ["pppppppppp", "INSUFFICIENT", null],
    ["", "NO_DATA", null],
    ["qqppppp", "NO_DATA", null],
    ["qpppppppppp", "INSUFFICIENT", null],
    ["p".repeat(30), "CLEAN", null],
  ])("with the runs %s is %s", (told, state, severity) => {
    expect(judged(told)).toMatchObject({ state, unwaived: state, severity });
  });

  it("is a risk, not a hold, where it is not required", () => {
    expect(judged("ffffpppppp", {}, { required: false })).toMatchObject({ state: "EXTREME", severity: "risk" });
  });

  it("is stale rather than clean when its newest run is too old", () => {
    const staleAt = new Date(Date.UTC(2026, 5, 9)).toISOString();
    expect(judged("p".repeat(30), {}, { staleAt }).state).toBe("STALE");
    expect(judged("ffffpppppp", {}, { staleAt }).state).toBe("EXTREME");
  });

  it("blocks by what must never happen, at once and even where it is not required", () => {
    const neverFail = { what: "panic", runId: "run-0", at: runAt(0).toISOString(), runs: 1 };
    expect(judged("f", {}, { neverFail, required: false })).toMatchObject({
      state: "REGRESSED",
      severity: "blocks",
      card: { channel: "never-fail" },
      failedRunIds: ["run-0"],
    });
  });

  it("has two rounds that failed as a whole for red, one not", () => {
    expect(judged("ffpppppp", {}, { gateId: RUN_INTEGRITY })).toMatchObject({ state: "REGRESSED", severity: "blocks" });
    expect(judged("fpppppppp", {}, { gateId: RUN_INTEGRITY }).state).not.toBe("REGRESSED");
  });

  it("cannot be compared where the sides differ in more than the release", () => {
    expect(judged("ffffpppppp", {}, { incomparable: ["Helm values differ."] })).toMatchObject({
      state: "INCOMPARABLE",
      severity: null,
    });
  });

  it("needs more than two failures in five among many, where alone it would not", () => {
    // mid-p 0.0054: red alone, q 0.2 among 41 cells.
    const stable = { n: 100, fail: 2, firstTryFail: 2 };
    const cell = gateCellOf("ffppp", stable);
    const noisy = Array.from({ length: 40 }, (_, at) =>
      gateCellOf("p".repeat(10), { n: 100, fail: 8, firstTryFail: 8 }, { gateId: `other-${at}` }),
    );
    expect(judgeBoard(boardInput([cell])).cells[0]?.state).toBe("EXTREME");
    const among = judgeBoard(boardInput([cell, ...noisy])).cells[0];
    expect(among).toMatchObject({ state: "SUSPECT", card: { compared: 41 } });
    expect(among?.q).toBeGreaterThan(0.05);
  });

  it("is red by what the gate does on all clusters together", () => {
    // 3 of 20 against 6 of 200 is mid-p 0.021: not red among 320 cells, red when 8 of 20 clusters show it.
    const stable = { n: 200, fail: 6, firstTryFail: 6 };
    const told = `fff${"p".repeat(17)}`;
    const clusters = (count: number) =>
      Array.from({ length: 20 }, (_, at) =>
        gateCellOf(at < count ? told : "p".repeat(20), stable, { cluster: `c${at}`, gateId: "dns" }),
      );
    const noise = Array.from({ length: 300 }, (_, at) =>
      gateCellOf("p".repeat(20), { n: 200, fail: 12, firstTryFail: 12 }, { gateId: "other", cluster: `n${at}` }),
    );
    expect(judgeBoard(boardInput([...clusters(1), ...noise])).cells[0]?.state).toBe("SUSPECT");
    const [first] = judgeBoard(boardInput([...clusters(8), ...noise])).cells;
    expect(first?.state).toBe("REGRESSED");
    expect(first?.q).toBeGreaterThan(0.05);
    expect(first?.card.pooled?.q).toBeLessThan(0.01);
  });
});

describe("what was before", () => {
  it("keeps an open regression red until it is clearly back", () => {
    const stable = { n: 200, fail: 2, firstTryFail: 2 };
    const told = `fff${"p".repeat(27)}`;
    expect(judged(told, {}, {}, stable).state).toBe("SUSPECT");
    // The last failure was 27 runs ago and the old level 30 %: 9 clean runs would prove it, unless it fails at 10 %.
    const previous = known(openRegression({ level: { x: 1, n: 20, ratio: null } }));
    expect(judged(told, { previous }, {}, stable).state).toBe("REGRESSED");
  });

  it("waits for a claimed fix to be proven, and still holds the cluster up", () => {
    const previous = known(openRegression({ fixClaimedAt: runAt(10) }));
    expect(judged("ffffpppppppppp", { previous })).toMatchObject({
      state: "FIX_WAITING",
      severity: "blocks",
      verification: { clean: 4, needed: 9, verified: false },
      card: { power: { runsNeeded: 5 } },
    });
  });

  it("calls a failure after the claim a failed fix", () => {
    const previous = known(openRegression({ fixClaimedAt: runAt(10) }));
    expect(judged("ffffppppppppfp", { previous })).toMatchObject({ state: "FAILED_FIX", severity: "blocks" });
  });

  it("holds a fix to be proven by as many clean runs as the rate asks for, claimed or not", () => {
    const claimed = known(openRegression({ fixClaimedAt: runAt(5) }));
    expect(judged(`fffpp${"p".repeat(9)}`, { previous: claimed })).toMatchObject({
      state: "INSUFFICIENT",
      severity: null,
      verification: { clean: 9, needed: 9, verified: true },
    });
    const unclaimed = known(openRegression());
    expect(judged("fffppppppppp", { previous: unclaimed })).toMatchObject({ verification: { verified: true } });
    expect(judged("fffpppppppp", { previous: unclaimed })).toMatchObject({
      state: "EXTREME",
      verification: { clean: 8, verified: false },
    });
  });

  it("does not hold against a cluster what a proven fix ended", () => {
    const previous = known(openRegression({ state: "resolved", fixedAt: runAt(3) }));
    expect(judged("fffppppppppp", { previous }).state).toBe("INSUFFICIENT");
    expect(judged("fffpppfffppp", { previous }).state).toBe("EXTREME");
  });

  it("does not prove a fix by one run when one failed of one", () => {
    const previous = known(openRegression({ level: { x: 1, n: 1, ratio: null }, fixClaimedAt: runAt(1) }));
    expect(judged("fp", { previous }).verification).toMatchObject({ needed: 14, verified: false });
  });
});

describe("a waiver on the board", () => {
  it("covers what it was written for, as a risk until it ends", () => {
    expect(judged("ffffpppppp", { waivers: [WAIVER] })).toMatchObject({
      state: "WAIVED",
      unwaived: "EXTREME",
      severity: "risk",
      waiver: { id: "w1" },
      dueAt: WAIVER.expiresAt,
      card: { state: "WAIVED", blocks: false },
    });
  });

  it("covers nothing that got worse than what was waived", () => {
    expect(judged("fffffffffp", { waivers: [WAIVER] })).toMatchObject({ state: "EXTREME", severity: "blocks" });
  });

  it("covers nothing that must never happen", () => {
    const neverFail = { what: "panic", runId: "run-0", at: runAt(0).toISOString(), runs: 1 };
    expect(judged("ffffpppppp", { waivers: [WAIVER] }, { neverFail }).state).toBe("REGRESSED");
  });

  it("covers nothing before it is approved, by whomever but its author, or after it expired", () => {
    const states = [
      { ...WAIVER, approvals: [] },
      { ...WAIVER, approvals: [{ id: "ann" }] },
      { ...WAIVER, approvalsNeeded: 2 },
      { ...WAIVER, expiresAt: new Date(Date.UTC(2026, 5, 1)) },
      { ...WAIVER, revokedAt: new Date(Date.UTC(2026, 5, 1)) },
      { ...WAIVER, subject: "other" },
      { ...WAIVER, scope: { kind: "cluster" as const, cluster: "eu-prod-4" } },
    ].map((waiver) => judged("ffffpppppp", { waivers: [waiver] }).state);
    expect(new Set(states)).toEqual(new Set(["EXTREME"]));
  });
});

describe("a signal on the board", () => {
  const signals = new Map([[DROPS.id, DROPS]]);
  const board = (test: Partial<StoredSignalTest>, more: Partial<BoardInput> = {}) =>
    judgeBoard(boardInput([], { signals, signalTests: [signalTestOf(test)], ...more })).cells[0];

  it("is a risk until the rules were replayed on the cluster, then it blocks", () => {
    expect(board({})).toMatchObject({ state: "REGRESSED", severity: "risk", card: { blocks: false } });
    expect(board({}, { calibrated: new Set(["eu-prod-3"]) })).toMatchObject({
      severity: "blocks",
      card: { blocks: true },
    });
  });

  it("blocks beyond a limit wherever it is, and no waiver covers that", () => {
    const guardrail = { level: "fail" as const, value: 0.95, limit: 0.9, summary: "The NAT table is 95 % full." };
    const waiver: WaiverFact = { ...WAIVER, kind: "signal", subject: "drops" };
    expect(board({ guardrail, p: null }, { waivers: [waiver] })).toMatchObject({
      state: "REGRESSED",
      severity: "blocks",
      card: { channel: "guardrail" },
    });
  });

  it("is waived up to its ratio", () => {
    const level = { "eu-prod-3": { x: null, n: null, ratio: 13 } };
    const waiver: WaiverFact = { ...WAIVER, kind: "signal", subject: "drops", level };
    expect(board({}, { waivers: [waiver] })).toMatchObject({ state: "WAIVED", unwaived: "REGRESSED" });
    const lower = { ...waiver, level: { "eu-prod-3": { x: null, n: null, ratio: 9 } } };
    expect(board({}, { waivers: [lower] })?.state).toBe("REGRESSED");
  });

  it("is dark when it fell silent, and not when it never came", () => {
    const comparability = { state: "STALE" as const, reasons: [], knownChanges: [] };
    expect(board({ comparability, p: null })).toMatchObject({ state: "STALE", dark: true, severity: null });
    const nothing = { ...comparability, state: "NO_DATA" as const };
    expect(board({ comparability: nothing, p: null, candidate: null, baseline: null })?.dark).toBe(false);
  });

  it("is no cell when it is only shown, or when nobody knows it", () => {
    const info = new Map([[DROPS.id, { ...DROPS, direction: "info" as const }]]);
    expect(board({}, { signals: info })).toBeUndefined();
    expect(board({ signalId: "unknown" })).toBeUndefined();
  });

  it("is corrected among signals, not among gates", () => {
    const others = Array.from({ length: 99 }, (_, at) => signalTestOf({ cluster: `c${at}`, p: 0.5 }));
    const { cells, summary } = judgeBoard(
      boardInput(beside(40), { signals, signalTests: [signalTestOf({ p: 0.0004 }), ...others] }),
    );
    expect(cells.find(({ cluster, kind }) => kind === "signal" && cluster === "eu-prod-3")?.q).toBeCloseTo(0.04, 6);
    expect(summary.families.find(({ family }) => family === "signals")).toMatchObject({ cells: 100, testable: 100 });
  });
});

describe("the board's own words", () => {
  it("says how many reds are expected to be false", () => {
    const red = Array.from({ length: 14 }, (_, at) => gateCellOf("ffffpppppp", STABLE, { gateId: `red-${at}` }));
    const { summary } = judgeBoard(boardInput([...red, ...beside(40)]));
    expect(summary).toMatchObject({ red: 14, expectedFalse: 1.4, counts: { EXTREME: 14, INSUFFICIENT: 40 } });
    expect(summary.sentence).toMatch(/^14 red; by construction about one expected false/);
  });

  it("promises nothing when nothing is red", () => {
    const { summary } = judgeBoard(boardInput(beside(3)));
    expect(summary.sentence).toBe(
      "Nothing red in 3 comparisons. 0 are proven no worse; the others say too little so far.",
    );
    expect(judgeBoard(boardInput([])).summary.sentence).toBe("Nothing has been compared yet.");
  });

  it("expects no false one among what needs no statistics", () => {
    const neverFail = { what: "panic", runId: "run-0", at: runAt(0).toISOString(), runs: 1 };
    const { summary } = judgeBoard(boardInput([gateCellOf("f", STABLE, { neverFail })]));
    expect(summary).toMatchObject({ red: 1, expectedFalse: 0, sentence: "1 red, none of them by statistics." });
  });

  it("gives the same board for the same input, in any order of cells", () => {
    const cells = [gateCellOf("ffffpppppp"), ...beside(10), gateCellOf("fppppppppp", STABLE, { cluster: "c" })];
    const states = (input: readonly GateCell[]) =>
      new Map(judgeBoard(boardInput(input)).cells.map((one) => [`${one.cluster} ${one.subject}`, one.state]));
    expect(states([...cells].reverse())).toEqual(states(cells));
  });
});
