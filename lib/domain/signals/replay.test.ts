import { describe, expect, it } from "vitest";
import { mulberry32 } from "../stats/random";
import { blocks, cellFacts, RATE, steady, UPGRADED_AT } from "./fixtures/signal-facts";
import { isQuiet, replayStableWeeks } from "./replay";
import type { Signal } from "./signal";
import type { SignalBlock } from "./signal-block";
import { HOUR_MS } from "./signal-rules";

const WEEK = 7 * 24;
const NOW = new Date(UPGRADED_AT.getTime() + HOUR_MS);
const signals = (count: number): Signal[] =>
  Array.from({ length: count }, (_, nth) => ({ ...RATE, id: `signal-${nth}` }));
const replay = (count: number, baseline: (nth: number) => SignalBlock[], now = NOW) => {
  const chosen = signals(count);
  const facts = chosen.map(({ id }, nth) =>
    cellFacts({ signalId: id, total: { candidate: [], baseline: baseline(nth) } }),
  );
  return replayStableWeeks(facts, new Map(chosen.map((signal) => [signal.id, signal])), now);
};
const quiet = (weeks: number) => (nth: number) => {
  const random = mulberry32(nth + 1);
  return blocks(-weeks * WEEK, weeks * WEEK, () => ({
    x: Math.round(200 + 14 * (random() + random() + random() - 1.5)),
  }));
};

describe("the replay on stable weeks", () => {
  it("passes where nothing happened: one test for each signal, replayed week and look", () => {
    expect(replay(12, quiet(4))).toMatchObject({
      ...{ state: "passed", passed: true, weeks: 4, tests: 72, falseAlarms: 0 },
      summary: "0 false alarms in 72 tests of 2 stable weeks: a red signal blocks here.",
    });
  });

  it("fails where the cluster's own weeks double, and names the signals and weeks", () => {
    const restless = (nth: number) =>
      quiet(4)(nth).map((block, hour) => (nth < 3 && hour >= 3 * WEEK ? { ...block, x: (block.x ?? 0) * 2 } : block));
    const result = replay(12, restless);
    expect(result).toMatchObject({ state: "failed", passed: false, falseAlarms: 9 });
    expect(result.alarms[0]).toMatchObject({
      signalId: "signal-0",
      look: "24 h",
      week: new Date("2026-06-22T00:00:00Z"),
    });
    expect(result.alarms[0]?.ratio).toBeCloseTo(2, 1);
  });

  it("waits for three whole weeks, and says how many it takes", () => {
    expect(replay(30, quiet(2))).toMatchObject({ state: "waiting", weeks: 2, weeksNeeded: 3, tests: 0 });
    const midweek = new Date(NOW.getTime() - 48 * HOUR_MS);
    expect(replay(30, quiet(3), midweek)).toMatchObject({ state: "waiting", weeks: 2 });
  });

  it("does not take a week for whole of which a fifth is missing", () => {
    const holes = (nth: number) => quiet(3)(nth).filter((_, hour) => hour < WEEK || hour > WEEK * 1.2);
    expect(replay(30, holes)).toMatchObject({ state: "waiting", weeks: 2 });
  });

  it("waits where few signals have the volume, until the weeks make up for it", () => {
    expect(replay(3, quiet(4))).toMatchObject({ state: "waiting", tests: 18, weeks: 4, weeksNeeded: 6 });
    const idle = () => blocks(-4 * WEEK, 4 * WEEK, (nth) => ({ ...steady(20)(nth), exposure: 1 }));
    expect(replay(30, idle)).toMatchObject({ state: "waiting", tests: 0 });
  });
});

describe("the stated rate", () => {
  it.each([
    [0, 20, true],
    [1, 30, true],
    [2, 60, false],
    [2, 100, false],
    [4, 400, true],
    [5, 400, false],
    // By the binomial test: ten in a thousand are significantly more than five.
    [9, 1000, true],
    [10, 1000, false],
  ])("allows %i of %i: %s", (alarms, tests, quietEnough) => {
    expect(isQuiet(alarms, tests)).toBe(quietEnough);
  });
});
