import type { Gate } from "./gate";
import type { CaseCounts, Outcome } from "./gate-run";

/** A case that did not simply pass in a run. */
export interface NotPassedCase {
  suite: string | null;
  name: string;
  status: "failed" | "error" | "flaky";
}

/** What the rules need of one run. `notPassed` may be cut short; `counts` says how many there are. */
export interface GateRunFact {
  id: string;
  ranAt: Date;
  outcome: Outcome;
  counts: CaseCounts;
  /** False: the document was accepted although it is not well-formed. */
  wellFormed: boolean;
  notPassed: readonly NotPassedCase[];
}

/** The runs of one gate on one cluster with one release, in any order. */
export interface GateHistory {
  runs: readonly GateRunFact[];
}

/** How many of the newest runs to load: all that can be judged, and room for those that prove nothing. */
export function runsToLoad(gate: Pick<Gate, "minRuns">): number {
  return Math.max(50, 2 * gate.minRuns);
}
