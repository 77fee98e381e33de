import { countWords } from "../readiness/words";
import { binomialUpper } from "../stats/binomial";
import { beyondRed } from "./beyond-red";
import { testSignal } from "./judge-signal";
import type { Signal } from "./signal";
import type { SignalBlock, SignalCellFacts } from "./signal-block";
import { DAY_MS, HOUR_MS, SIGNAL_RULES } from "./signal-rules";
import type { SignalTest } from "./signal-test";

const WEEK_MS = 7 * DAY_MS;
/** 1970-01-05 was a Monday: weeks begin there, in UTC, so that two replays cut the same weeks. */
const FIRST_MONDAY_MS = 4 * DAY_MS;

/** The rule of docs/decisions/009-replay-before-blocking.md. */
export const REPLAY_RULES = {
  /** Whole weeks that a replayed one is compared with. */
  baselineWeeks: 2,
  /** As the board's: no baseline is older. */
  oldestBaselineWeeks: 4,
  /** Signals times weeks times looks; with fewer, quiet proves little. */
  leastTests: 30,
  statedRate: 0.01,
  expectedRate: 0.005,
  alpha: 0.05,
  /** Hours of the week at which it is judged as a candidate would be. */
  looks: [24, 72, 144],
} as const;

export interface FalseAlarm {
  signalId: string;
  /** The Monday it began with. */
  week: Date;
  look: string;
  ratio: number;
  p: number;
}

export interface ReplayResult {
  state: "passed" | "failed" | "waiting";
  /** Whole stable weeks there are, and how many it takes. */
  weeks: number;
  weeksNeeded: number;
  tests: number;
  falseAlarms: number;
  passed: boolean;
  alarms: readonly FalseAlarm[];
  /** One sentence for the calibration page. */
  summary: string;
}

export function mondayOf(at: Date): number {
  return Math.floor((at.getTime() - FIRST_MONDAY_MS) / WEEK_MS) * WEEK_MS + FIRST_MONDAY_MS;
}

/** The Mondays of the ended weeks of which at least nine tenths were observed by some signal, oldest first. */
export function wholeWeeks(facts: readonly SignalCellFacts[], now: Date): number[] {
  const hours = new Map<number, Set<number>>();
  for (const { total } of facts) {
    for (const { hour, x } of total.baseline) {
      if (x === null) continue;
      const week = mondayOf(hour);
      const seen = hours.get(week) ?? new Set();
      hours.set(week, seen.add(hour.getTime()));
    }
  }
  const least = (WEEK_MS / HOUR_MS) * SIGNAL_RULES.leastCoverage;
  return [...hours]
    .filter(([week, seen]) => week + WEEK_MS <= now.getTime() && seen.size >= least)
    .map(([week]) => week)
    .sort((a, b) => a - b);
}

/** Weeks that can be replayed: those with two whole weeks directly before them or further back, within four. */
function replayable(weeks: readonly number[]): number[] {
  const { baselineWeeks, oldestBaselineWeeks } = REPLAY_RULES;
  return weeks.filter(
    (week) =>
      weeks.filter((other) => other < week && other >= week - oldestBaselineWeeks * WEEK_MS).length >= baselineWeeks,
  );
}

function between(blocks: readonly SignalBlock[], from: number, to: number): SignalBlock[] {
  return blocks.filter(({ hour }) => hour.getTime() >= from && hour.getTime() < to);
}

/** The week as if it were a candidate, with the weeks before it as its baseline. */
function asCandidate(facts: SignalCellFacts, week: number): SignalCellFacts {
  const cut = (blocks: readonly SignalBlock[]) => ({
    candidate: between(blocks, week, week + WEEK_MS),
    baseline: between(blocks, week - REPLAY_RULES.oldestBaselineWeeks * WEEK_MS, week),
  });
  return {
    ...facts,
    release: facts.baselineRelease,
    total: cut(facts.total.baseline),
    segments: facts.segments
      .filter(({ segment }) => segment.label === "node")
      .map(({ segment, baseline }) => ({ segment, ...cut(baseline) })),
    controls: [],
    expectsCandidate: false,
  };
}

/** Red at the level of the board. Persistence is left out: the replay is stricter than the board. */
function isAlarm(test: SignalTest, signal: Signal): boolean {
  if (test.p === null || test.p > SIGNAL_RULES.boardLevel || beyondRed(test, signal) === null) return false;
  return test.confirmP === null || test.confirmP < SIGNAL_RULES.confirmAlpha;
}

/** The looks of one week that could be tested, and those of them that were red. */
function replayWeek(facts: SignalCellFacts, signal: Signal, week: number): { tests: number; alarms: FalseAlarm[] } {
  const replayed = asCandidate(facts, week);
  // One hour more: the first is the transition of a real rollout and is not judged.
  const tested = REPLAY_RULES.looks
    .map((hours) => testSignal(replayed, signal, new Date(week + (hours + 1) * HOUR_MS), null))
    .filter(({ p, estimate }) => p !== null && estimate !== null);
  return {
    tests: tested.length,
    alarms: tested.filter((test) => isAlarm(test, signal)).flatMap((test) => alarmOf(test, week) ?? []),
  };
}

function alarmOf({ signalId, look, estimate, p }: SignalTest, week: number): FalseAlarm | null {
  return estimate === null || p === null ? null : { signalId, week: new Date(week), look, ratio: estimate.ratio, p };
}

/**
 * Whether so many false alarms in so many tests are what was stated: at most one, or one in a hundred tests, and by the
 * exact binomial test not significantly (5 %) more than one in two hundred.
 */
export function isQuiet(falseAlarms: number, tests: number): boolean {
  const { statedRate, expectedRate, alpha } = REPLAY_RULES;
  if (falseAlarms > Math.max(1, Math.floor(statedRate * tests))) return false;
  return falseAlarms === 0 || binomialUpper(falseAlarms, tests, expectedRate) > alpha;
}

/**
 * Replays the rules on a cluster's own stable weeks, stable against stable: nothing changed, so each red is false. Each
 * whole week with at least two whole weeks before it is judged as a candidate would be, at 24, 72 and 144 h: each look of
 * each signal that can be tested is one test, since each is a chance for the board to be wrong. `facts` hold the stable release's blocks as `total.baseline` (and by node); candidates are ignored.
 */
export function replayStableWeeks(
  facts: readonly SignalCellFacts[],
  signals: ReadonlyMap<string, Signal>,
  now: Date,
): ReplayResult {
  const weeks = wholeWeeks(facts, now);
  const chosen = replayable(weeks);
  const results = facts.flatMap((cell) => {
    const signal = signals.get(cell.signalId);
    return signal === undefined ? [] : chosen.map((week) => replayWeek(cell, signal, week));
  });
  const tests = results.reduce((sum, result) => sum + result.tests, 0);
  const alarms = results.flatMap((result) => result.alarms);
  return resultOf({ weeks: weeks.length, replayed: chosen.length, tests, alarms });
}

function resultOf(of: { weeks: number; replayed: number; tests: number; alarms: readonly FalseAlarm[] }): ReplayResult {
  const { weeks, replayed, tests, alarms } = of;
  const found = { weeks, tests, falseAlarms: alarms.length, alarms };
  const needed = REPLAY_RULES.baselineWeeks + 1;
  if (replayed === 0) {
    const weeksNeeded = Math.max(needed, weeks + 1);
    const summary = `${countWords(weeks, "whole stable week")} of the ${weeksNeeded} it takes; signals inform and do not block.`;
    return { ...found, state: "waiting", passed: false, weeksNeeded, summary };
  }
  if (tests < REPLAY_RULES.leastTests) {
    const perWeek = Math.max(1, tests / replayed);
    const weeksNeeded = weeks + Math.max(1, Math.ceil((REPLAY_RULES.leastTests - tests) / perWeek));
    const summary = `${countWords(tests, "test")} so far, ${REPLAY_RULES.leastTests} are needed; signals inform and do not block.`;
    return { ...found, state: "waiting", passed: false, weeksNeeded, summary };
  }
  const passed = isQuiet(alarms.length, tests);
  const told = `${countWords(alarms.length, "false alarm")} in ${countWords(tests, "test")} of ${countWords(replayed, "stable week")}`;
  const summary = passed
    ? `${told}: a red signal blocks here.`
    : `${told}, more than one in a hundred: signals inform and do not block.`;
  return { ...found, state: passed ? "passed" : "failed", passed, weeksNeeded: needed, summary };
}
