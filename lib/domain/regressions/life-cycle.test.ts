import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gateCellOf, STABLE } from "@/lib/testing/regression-cases";
import { boardInput } from "@/lib/testing/simulated-board";
import type { CellState } from "./cell-state";
import { judgeBoard } from "./judge-board";
import type { JudgedCell } from "./judged-cell";
import { advance, type Change, isHeldReal, type RegressionNow } from "./life-cycle";
import type { CloseReason } from "./regression";

const NOW = new Date("2026-06-20T12:00:00.000Z");
const DAY_MS = 24 * 3_600_000;
const CONTEXT = { now: NOW, superseded: false };

function cellOf(state: CellState, more: Partial<JudgedCell> = {}): JudgedCell {
  const [cell] = judgeBoard(boardInput([gateCellOf("fffppppppp", STABLE)])).cells;
  if (cell === undefined) throw new Error("no cell");
  return { ...cell, state, unwaived: state, ...more };
}

function regression(more: Partial<RegressionNow> = {}): RegressionNow {
  return {
    state: "open",
    cellState: "REGRESSED",
    level: { x: 3, n: 10, ratio: null },
    fixClaimedAt: null,
    dismissedLevel: null,
    expiresAt: null,
    closedAt: null,
    closeReason: null,
    ...more,
  };
}

const DONE = { clean: 9, needed: 9, since: new Date(NOW.getTime() - DAY_MS), verified: true };
const closed = (daysAgo: number, closeReason: CloseReason = "verified-fixed") =>
  regression({ state: "resolved", closeReason, closedAt: new Date(NOW.getTime() - daysAgo * DAY_MS) });
const dismissed = (more: Partial<RegressionNow> = {}) =>
  regression({ state: "dismissed", dismissedLevel: { x: 3, n: 10, ratio: null }, ...more });

describe("advance", () => {
  it.each<[string, RegressionNow | null, JudgedCell | null, Change["kind"], Record<string, unknown>]>([
    ["a red cell opens one", null, cellOf("REGRESSED"), "opened", { state: "open", cellState: "REGRESSED" }],
    ["first tries that fail more open one", null, cellOf("FLAKE_REGRESSED"), "opened", {}],
    ["something never seen opens one", null, cellOf("NOVEL"), "opened", {}],
    ["a suspect does not", null, cellOf("SUSPECT"), "none", {}],
    ["nor a clean cell", null, cellOf("CLEAN"), "none", {}],
    ["the same again changes nothing", regression(), cellOf("REGRESSED"), "none", {}],
    ["worse is told", regression(), cellOf("EXTREME"), "worsened", { cellState: "EXTREME" }],
    [
      "significantly worse too",
      regression(),
      cellOf("REGRESSED", { level: { x: 18, n: 20, ratio: null } }),
      "worsened",
      { level: { x: 18, n: 20, ratio: null } },
    ],
    [
      "other counts are kept without a word",
      regression(),
      cellOf("REGRESSED", { level: { x: 5, n: 20, ratio: null } }),
      "updated",
      {},
    ],
    ["waived stays open", regression(), cellOf("WAIVED", { unwaived: "REGRESSED" }), "none", {}],
    ["too little stays open", regression(), cellOf("INSUFFICIENT"), "none", {}],
    ["silence stays open", regression(), cellOf("NO_DATA"), "none", {}],
    ["a claimed fix stays open", regression({ fixClaimedAt: NOW }), cellOf("FIX_WAITING"), "none", {}],
    [
      "a failed fix is open again",
      regression({ state: "acknowledged", fixClaimedAt: NOW }),
      cellOf("FAILED_FIX"),
      "failed-fix",
      { state: "open", cellState: "FAILED_FIX" },
    ],
    ["and is told once", regression({ cellState: "FAILED_FIX" }), cellOf("FAILED_FIX"), "none", {}],
    [
      "proof ends it",
      regression({ state: "acknowledged" }),
      cellOf("CLEAN", { verification: DONE }),
      "resolved",
      { state: "resolved", closeReason: "verified-fixed", closedAt: NOW, fixClaimedAt: DONE.since },
    ],
    ["clean alone is no proof of a gate", regression(), cellOf("CLEAN"), "none", {}],
    [
      "of a signal it is",
      regression(),
      cellOf("CLEAN", { kind: "signal" }),
      "resolved",
      { closeReason: "verified-fixed" },
    ],
    ["rolled off is not fixed", regression(), null, "resolved", { closeReason: "rolled-off-unproven" }],
    [
      "back within 5 days it is the same one",
      closed(5),
      cellOf("REGRESSED"),
      "reopened",
      { state: "open", closedAt: null },
    ],
    ["later it is a new one", closed(5.1), cellOf("REGRESSED"), "opened", {}],
    ["dismissed stays dismissed", dismissed(), cellOf("REGRESSED"), "none", {}],
    [
      "unless it got worse",
      dismissed(),
      cellOf("REGRESSED", { worseThanDismissed: true }),
      "reopened",
      { state: "open", dismissedLevel: null, expiresAt: null },
    ],
    ["or the dismissal expired", dismissed({ expiresAt: NOW }), cellOf("REGRESSED"), "reopened", { state: "open" }],
    ["and it is still there", dismissed({ expiresAt: NOW }), cellOf("CLEAN"), "none", {}],
  ])("%s", (_what, current, cell, kind, patch) => {
    const change = advance(current, cell, CONTEXT);
    expect(change.kind).toBe(kind);
    if (change.kind !== "none") expect(change.patch).toMatchObject(patch);
  });

  it("ends what is open when a newer candidate takes over, and opens nothing then", () => {
    const context = { ...CONTEXT, superseded: true };
    expect(advance(regression(), cellOf("EXTREME"), context)).toMatchObject({
      patch: { closeReason: "superseded-by-candidate" },
    });
    expect(advance(null, cellOf("EXTREME"), context)).toEqual({ kind: "none" });
    expect(advance(dismissed(), cellOf("EXTREME"), context)).toEqual({ kind: "none" });
  });

  it("takes a limit that is nearly reached for real, a suspect by statistics not", () => {
    const { card } = cellOf("SUSPECT");
    expect(isHeldReal({ unwaived: "SUSPECT", card: { ...card, channel: "guardrail" } })).toBe(true);
    expect(isHeldReal({ unwaived: "SUSPECT", card })).toBe(false);
  });
});

interface Step {
  cell: JudgedCell | null;
  verified: boolean;
  hours: number;
  act: string;
}

function acted(current: RegressionNow | null, act: string): RegressionNow | null {
  if (current === null || current.state === "resolved") return current;
  if (act === "acknowledge") return { ...current, state: "acknowledged" };
  if (act === "dismiss") return { ...current, state: "dismissed", dismissedLevel: current.level };
  return act === "claim" ? { ...current, fixClaimedAt: NOW } : current;
}

function applied(current: RegressionNow | null, change: Change): RegressionNow | null {
  if (change.kind === "none") return current;
  return { ...regression(), ...(change.kind === "opened" ? {} : current), ...change.patch };
}

function checkEnd(change: Change, seen: JudgedCell | null): void {
  if (change.kind !== "resolved") return;
  const isProven = seen?.verification?.verified === true;
  expect(change.patch.closeReason).toBe(isProven ? "verified-fixed" : "rolled-off-unproven");
  expect(isProven || seen === null).toBe(true);
}

/** Lives one step and checks what must hold of it. */
function live(current: RegressionNow | null, { cell, verified, act }: Step, now: Date): RegressionNow | null {
  const seen = cell === null ? null : { ...cell, verification: verified ? DONE : null };
  const change = advance(current, seen, { now, superseded: false });
  const isOpening = change.kind === "opened" || change.kind === "reopened";
  if (isOpening) expect(seen !== null && isHeldReal(seen)).toBe(true);
  if (change.kind === "opened") expect(current?.state ?? "resolved").toBe("resolved");
  checkEnd(change, seen);
  const next = applied(current, change);
  if (next !== null) expect(next.closedAt !== null).toBe(next.state === "resolved");
  return acted(next, act);
}

describe("any life", () => {
  const states: CellState[] = ["EXTREME", "REGRESSED", "FAILED_FIX", "SUSPECT", "WAIVED", "NO_DATA", "CLEAN"];
  const cells = states.map((state) => cellOf(state, state === "WAIVED" ? { unwaived: "REGRESSED" } : {}));
  const step = fc.record({
    cell: fc.option(fc.constantFrom(...cells), { nil: null, freq: 8 }),
    verified: fc.boolean(),
    hours: fc.integer({ min: 1, max: 100 }),
    act: fc.constantFrom("none", "none", "acknowledge", "dismiss", "claim"),
  });

  it("ends as fixed only by proof, is never open and closed at once, and opens only for what is held real", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let now = NOW.getTime();
        let current: RegressionNow | null = null;
        for (const one of steps) {
          now += one.hours * 3_600_000;
          current = live(current, one, new Date(now));
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });
});
