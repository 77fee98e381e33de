import type { CellState } from "./cell-state";
import { compareFailures, firstTryFailures, hardFailures, marginProvenBy, runsUntilProven } from "./comparison";
import { decideGate } from "./decide-gate";
import type { RunCounts } from "./gate-cell";
import { GATE_THRESHOLDS } from "./thresholds";

export interface GateRuleInput {
  candidate: RunCounts;
  baseline: RunCounts;
  /** What must be ruled out, as a proportion. */
  margin: number;
  /** Something was seen that must never happen. */
  neverFail?: boolean;
  /** A regression is open. */
  isOpen?: boolean;
}

export interface GateRuling {
  state: CellState;
  /** A red of at least 30 points: the board calls it EXTREME. */
  isExtreme: boolean;
  midP: number | null;
  /** One-sided 95 % upper bound of candidate minus baseline. */
  upper: number | null;
  marginProven: number | null;
  /** Further runs, all passing, until the margin is proven; null: never, or no baseline. */
  runsNeeded: number | null;
}

const FIRST_LOOK = 5;

/** One cell without a board: mid-p <= 0.01 stands for the q that many cells would need. */
export function gateRule({
  candidate,
  baseline,
  margin,
  neverFail = false,
  isOpen = false,
}: GateRuleInput): GateRuling {
  const hasBaseline = baseline.n >= GATE_THRESHOLDS.baselineMin;
  const isCompared = hasBaseline && candidate.n >= FIRST_LOOK;
  const hard = isCompared ? compareFailures(hardFailures(candidate), hardFailures(baseline)) : null;
  const firstTry = isCompared ? compareFailures(firstTryFailures(candidate), firstTryFailures(baseline)) : null;
  const { state } = decideGate(
    {
      gateId: "",
      candidate: { ...candidate, quarantined: 0, excluded: 0, from: null, to: null },
      observed: candidate.n,
      look: candidate.n < FIRST_LOOK ? 0 : candidate.n,
      hard,
      firstTry,
      neverFail: neverFail ? { what: "", runId: "", at: "", runs: 1 } : null,
      incomparable: [],
      staleAt: null,
      margin,
    },
    { isAlone: true, qHard: 1, qFirstTry: 1, qPooled: 1 },
    { isOpen, now: new Date(0) },
  );
  return {
    state: state === "EXTREME" ? "REGRESSED" : state,
    isExtreme: state === "EXTREME",
    midP: hard?.midP ?? null,
    upper: hard?.upper ?? null,
    marginProven: hard === null ? null : marginProvenBy(hard.upper),
    runsNeeded: hasBaseline ? runsUntilProven(hardFailures(candidate), hardFailures(baseline), margin) : null,
  };
}
