import { cleanRunsToVerify } from "../stats/failure-fix";
import type { GateCell } from "./gate-cell";
import type { JudgedCell, PreviousCell } from "./judged-cell";
import type { Observed } from "./observation";

type Runs = GateCell["runs"];

export interface FixStanding {
  verification: NonNullable<JudgedCell["verification"]>;
  /** Something failed after the fix was claimed. */
  hasFailedSince: boolean;
}

const at = (run: Runs[number]) => Date.parse(run.at);

/** One failure of one run is no rate of 100 %: it would be proven fixed by a single run. */
const LEAST_RUNS = 5;

/** What the fix of a hard failure is held to be broken by, and of failed first tries. */
function failsFor(isFirstTry: boolean): ReadonlySet<Observed> {
  return new Set<Observed>(isFirstTry ? ["failed", "flaky"] : ["failed"]);
}

/** The share of runs that failed while the rules held it to be real; null where nothing was counted. */
function regressedRate(regression: NonNullable<PreviousCell["regression"]>, cell: GateCell): number | null {
  const { level } = regression;
  const isFirstTry = regression.cellState === "FLAKE_REGRESSED";
  const x = level?.x ?? (isFirstTry ? cell.candidate.firstTryFail : cell.candidate.fail);
  const n = level?.n ?? cell.candidate.n;
  return x > 0 ? Math.min(1, x / Math.max(n, LEAST_RUNS)) : null;
}

/**
 * How the fix of an open regression of a gate stands: clean runs since it was claimed or since the last failure, whichever
 * is later, against as many as would come about at most 1 time in 20 if nothing were fixed. Null where there is no open
 * regression, or nothing that could be counted down.
 */
export function fixStanding(cell: GateCell, previous: PreviousCell | null): FixStanding | null {
  const regression = previous?.regression ?? null;
  if (regression === null || (regression.state !== "open" && regression.state !== "acknowledged")) return null;
  const rate = regressedRate(regression, cell);
  if (rate === null) return null;
  const fails = failsFor(regression.cellState === "FLAKE_REGRESSED");
  const claimedAt = regression.fixClaimedAt?.getTime() ?? Number.NEGATIVE_INFINITY;
  const lastFailure = cell.runs.findLast(({ result }) => fails.has(result));
  // A millisecond later: the failing run itself is before the fix.
  const healthySince = lastFailure === undefined ? claimedAt : Math.max(claimedAt, at(lastFailure) + 1);
  if (!Number.isFinite(healthySince)) return null;
  const isClean = (run: Runs[number]) =>
    (run.result === "passed" || run.result === "flaky") && !fails.has(run.result) && at(run) >= healthySince;
  const clean = cell.runs.filter(isClean).length;
  const needed = cleanRunsToVerify(rate);
  return {
    verification: { clean, needed, since: new Date(healthySince), verified: clean >= needed },
    hasFailedSince: lastFailure !== undefined && Number.isFinite(claimedAt) && at(lastFailure) >= claimedAt,
  };
}
