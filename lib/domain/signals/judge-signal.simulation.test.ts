import { describe, expect, it } from "vitest";
import { afterHours, RATE } from "./fixtures/signal-facts";
import { AS_DEVELOPED, BURSTIER, rateOf, type Simulation, SLOW, SPARSE } from "./fixtures/simulate-signal";
import { testSignal } from "./judge-signal";
import type { SignalCellFacts } from "./signal-block";

const SEED = 20_260_629;
const NULL_TRIALS = 400;
/** Fewer: dating what was found costs more than finding it. */
const POWER_TRIALS = 100;
const TIMEOUT_MS = 60_000;

/** The share of cells whose p reaches the level at the look where the simulated hours end. */
function reached(simulation: Simulation, level: number, trials: number): number {
  const now = afterHours(simulation.candidateHours);
  const says = (facts: SignalCellFacts): boolean => (testSignal(facts, RATE, now, null).p ?? 1) <= level;
  return rateOf(simulation, says, { trials, seed: SEED });
}

const TWO_WEEKS = { baselineDays: 14 };

describe("the rate test, simulated without a true effect and with 1.4 times the traffic", () => {
  it.each([
    ["as developed", AS_DEVELOPED, 0.03],
    ["as developed, two weeks of baseline", { ...AS_DEVELOPED, ...TWO_WEEKS }, 0.03],
    ["sparse, 2 to 3 events an hour", SPARSE, 0.03],
    ["burstier", BURSTIER, 0.05],
    ["noise that lasts for hours", SLOW, 0.08],
    ["noise that lasts for hours, two weeks of baseline", { ...SLOW, ...TWO_WEEKS }, 0.08],
    ["noise that lasts for hours, less traffic", { ...SLOW, volume: 0.7 }, 0.08],
  ])(
    "%s: p <= 0.05 no more often than allowed",
    (_, simulation, allowed) => {
      expect(reached(simulation, 0.05, NULL_TRIALS)).toBeLessThanOrEqual(allowed);
    },
    TIMEOUT_MS,
  );

  it(
    "keeps the level of the board under slow noise too",
    () => {
      expect(reached(SLOW, 0.001, NULL_TRIALS)).toBeLessThanOrEqual(0.01);
    },
    TIMEOUT_MS,
  );
});

describe("the rate test, simulated with a true effect", () => {
  it.each([
    ["as developed, 1.5 times", { ...AS_DEVELOPED, ratio: 1.5 }, 0.05, 0.9],
    ["as developed, 1.5 times, at the board's level", { ...AS_DEVELOPED, ratio: 1.5 }, 0.001, 0.5],
    ["as developed, twice, at the board's level", { ...AS_DEVELOPED, ratio: 2 }, 0.001, 0.95],
    ["burstier, twice", { ...BURSTIER, ratio: 2 }, 0.05, 0.9],
    ["slow, twice", { ...SLOW, ratio: 2 }, 0.05, 0.7],
    ["slow, twice, after 72 h and two weeks", { ...SLOW, ...TWO_WEEKS, ratio: 2, candidateHours: 72 }, 0.05, 0.9],
    ["sparse, twice", { ...SPARSE, ratio: 2 }, 0.05, 0.9],
  ])(
    "%s: is found often enough",
    (_, simulation, level, least) => {
      expect(reached(simulation, level, POWER_TRIALS)).toBeGreaterThanOrEqual(least);
    },
    TIMEOUT_MS,
  );
});
