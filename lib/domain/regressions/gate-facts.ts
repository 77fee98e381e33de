import type { Tier } from "../clusters/cluster";
import type { Area } from "../readiness/area";
import type { SideCounts } from "./gate-cell";
import type { GateRunRow } from "./gate-run-row";

export interface ComparedGate {
  id: string;
  title: string;
  area: Area;
  required: boolean;
  maxAgeHours: number;
}

/** Counts of a gate by its id. */
export type GateCounts = ReadonlyMap<string, SideCounts>;

/** What is needed to compare the gates of one cluster. Lists are in any order. */
export interface GateFacts {
  cluster: string;
  tier: Tier;
  /** Same provider and same features: see `cohortKey`. */
  cohort: string;
  gates: readonly ComparedGate[];
  /** Runs with the candidate. */
  candidate: readonly GateRunRow[];
  /** Runs with the baseline, from 28 days before the first candidate run on. */
  baseline: readonly GateRunRow[];
  /** The same of the other clusters of the cohort, counted by `countGates`; used where the own runs are too few. */
  cohortBaseline: readonly { cluster: string; counts: GateCounts }[];
  /** Why the sides cannot be compared at all, as sentences; empty: they can. */
  incomparable: readonly string[];
}
