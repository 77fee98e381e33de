import type { Onset } from "../regressions/card";
import type { Segment } from "./signal-block";

/** Whether two sides can be compared at all; the reasons are sentences. */
export interface Comparability {
  state: "comparable" | "INCOMPARABLE" | "NO_DATA" | "STALE" | "NEW_NO_BASELINE";
  reasons: readonly string[];
  /** Known changes between the two releases that touch this signal, as sentences with their reference. */
  knownChanges: readonly string[];
}

/** What one test of one signal on one cluster says, before the board corrects for how many were tested. */
export interface SignalTest {
  cluster: string;
  signalId: string;
  comparability: Comparability;
  candidate: SideFigures | null;
  baseline: SideFigures | null;
  /** The change, candidate over baseline; a difference where the signal is a level with an absolute limit. */
  estimate: { ratio: number; low: number; high: number } | null;
  /** One-sided against the least effect; null where nothing was tested (too little, not comparable, never judged). */
  p: number | null;
  /** Least p that the volume allows, for the Tarone screen of sparse counts; null: not bounded. */
  smallestP: number | null;
  method: "quasi-poisson" | "conditional-binomial" | "signed-rank" | "absolute" | null;
  /** The signed-rank test of hour-matched ratios; it may only weaken. */
  confirmP: number | null;
  /** The share of the excess in the worst hour: above a half it is a burst, not a level. */
  topBlockShare: number | null;
  /** How many of the scheduled looks in a row said so, this one included. */
  looksInRow: number;
  look: string;
  nextLook: string | null;
  /** The smallest ratio that this window could have shown (power one half at the board's level); null: nothing. */
  detectableRatio: number | null;
  /** How bad it may still be: the one-sided 95 % bound in the bad direction, above 1 either way; CLEAN where it is below 1.25. */
  upperRatio: number | null;
  guardrail: { level: "warn" | "fail"; value: number; limit: number; summary: string } | null;
  /** Label values that never occurred with the baseline, from three events in two hours on. */
  novel: readonly { segment: Segment; x: number }[];
  control: { clusters: number; ratio: number; p: number; moved: boolean } | null;
  onset: Onset | null;
  notes: readonly string[];
}

/** One side of a comparison over its judged hours. `value` is x over exposure, or the level. */
export interface SideFigures {
  value: number;
  x: number;
  exposure: number;
  hours: number;
  from: Date;
  to: Date;
}
