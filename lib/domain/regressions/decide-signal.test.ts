import { describe, expect, it } from "vitest";
import { DROPS, signalTestOf } from "@/lib/testing/regression-cases";
import { decideSignal } from "./decide-signal";
import type { SignalMeta } from "./judged-cell";
import type { StoredSignalTest } from "./stored-signal-test";

const decide = (test: Partial<StoredSignalTest>, q: number, more: Partial<SignalMeta> = {}, isOpen = false) =>
  decideSignal(signalTestOf(test), { ...DROPS, ...more }, { q, isOpen, isNamedTightening: false }).state;

const side = (x: number, value: number) => ({
  value,
  x,
  exposure: 1000,
  hours: 24,
  from: "2026-06-09T00:00:00.000Z",
  to: "2026-06-10T00:00:00.000Z",
});
const QUIET = { estimate: { ratio: 1.02, low: 0.9, high: 1.15 }, p: 0.9, upperRatio: 1.13 };

describe("decideSignal", () => {
  it.each<[string, Partial<StoredSignalTest>, number, string]>([
    ["two looks in a row", { looksInRow: 2 }, 0.04, "REGRESSED"],
    ["one look", { looksInRow: 1 }, 0.04, "SUSPECT"],
    ["one look, but beyond doubt", { looksInRow: 1 }, 0.0009, "REGRESSED"],
    ["not significant after correction", {}, 0.06, "SUSPECT"],
    ["not even nearly", {}, 0.21, "INSUFFICIENT"],
    ["a second test that contradicts", { confirmP: 0.2 }, 0.0001, "SUSPECT"],
    ["no second test", { confirmP: null }, 0.01, "REGRESSED"],
    ["a ratio below the red one", { estimate: { ratio: 1.2, low: 1.15, high: 1.24 } }, 0.01, "SUSPECT"],
    ["an interval that reaches the least effect", { estimate: { ratio: 2, low: 1.09, high: 3 } }, 0.01, "SUSPECT"],
    ["too few events", { candidate: side(8, 0.008), baseline: side(1, 0.001) }, 0.01, "SUSPECT"],
    ["nothing tested", { p: null }, 1, "INSUFFICIENT"],
    ["proven no worse", QUIET, 1, "CLEAN"],
    ["a bound of 1.25 and more", { ...QUIET, upperRatio: 1.25 }, 1, "INSUFFICIENT"],
    ["less than before", { ...QUIET, estimate: { ratio: 0.5, low: 0.4, high: 0.7 }, upperRatio: 0.7 }, 1, "IMPROVED"],
  ])("%s", (_what, test, q, state) => {
    expect(decide(test, q)).toBe(state);
  });

  it("looks down where less is worse, and both ways where either is", () => {
    const fell = { estimate: { ratio: 0.4, low: 0.3, high: 0.5 } };
    expect(decide(fell, 0.01, { direction: "up" })).toBe("SUSPECT");
    expect(decide(fell, 0.01, { direction: "down" })).toBe("REGRESSED");
    expect(decide(fell, 0.01, { direction: "either" })).toBe("REGRESSED");
    expect(decide({}, 0.01, { direction: "down" })).toBe("SUSPECT");
    const little = { estimate: { ratio: 0.78, low: 0.75, high: 0.8 } };
    expect(decide(little, 0.01, { direction: "either", redRatioLow: 0.8 })).toBe("REGRESSED");
    expect(decide(little, 0.01, { direction: "either", redRatioLow: 0.7 })).toBe("SUSPECT");
  });

  it("says amber of what the release notes announce, however sure it is", () => {
    const context = { q: 0.0001, isOpen: true, isNamedTightening: true };
    const decision = decideSignal(signalTestOf({ looksInRow: 3 }), DROPS, context);
    expect(decision.state).toBe("SUSPECT");
    expect(decision.notes.join()).toContain("release notes");
  });

  it("takes a sparse test's own guard for its least number of events", () => {
    const few = { candidate: side(4, 0.004), baseline: side(0, 0), looksInRow: 2 };
    expect(decide({ ...few, method: "conditional-binomial" }, 0.01)).toBe("REGRESSED");
    expect(decide({ ...few, method: "quasi-poisson" }, 0.01)).toBe("SUSPECT");
  });

  it("asks for a difference too where the signal does", () => {
    expect(decide({}, 0.01, { minDifference: 1 })).toBe("SUSPECT");
  });

  it("stays red while an open one is not clearly back", () => {
    expect(decide({ p: 0.02, looksInRow: 0 }, 0.3)).toBe("INSUFFICIENT");
    expect(decide({ p: 0.02, looksInRow: 0 }, 0.3, {}, true)).toBe("REGRESSED");
    expect(decide({ p: 0.03, looksInRow: 0 }, 0.3, {}, true)).toBe("INSUFFICIENT");
  });

  it("lets limits hold whatever can be compared", () => {
    const comparability = { state: "INCOMPARABLE" as const, reasons: ["Renamed."], knownChanges: [] };
    const limit = { value: 1, limit: 1, summary: "" };
    expect(decide({ comparability, guardrail: { level: "fail", ...limit } }, 1)).toBe("REGRESSED");
    expect(decide({ comparability, guardrail: { level: "warn", ...limit } }, 1)).toBe("SUSPECT");
    expect(decide({ comparability }, 0.0001)).toBe("INCOMPARABLE");
  });

  it("tells what never occurred, after what got worse", () => {
    const novel = [{ segment: { label: "reason", value: "Invalid source" }, x: 12 }];
    expect(decide({ novel, ...QUIET }, 1)).toBe("NOVEL");
    expect(decide({ novel }, 0.01)).toBe("REGRESSED");
  });

  it("takes a level within its limits for proven, once it was seen", () => {
    expect(decide({ p: null, upperRatio: null, method: "absolute" }, 1, { method: "absolute" })).toBe("CLEAN");
    expect(decide({ p: null, upperRatio: null, candidate: null }, 1, { method: "absolute" })).toBe("INSUFFICIENT");
  });

  it("never calls silence clean", () => {
    for (const state of ["NO_DATA", "STALE", "NEW_NO_BASELINE", "INCOMPARABLE"] as const) {
      expect(decide({ ...QUIET, comparability: { state, reasons: [], knownChanges: [] } }, 1)).toBe(state);
    }
  });
});
