import { compareFailures, firstTryFailures, hardFailures, marginProvenBy, runsUntilLookProves } from "./comparison";
import type { GateCell, RunCounts, SideCounts } from "./gate-cell";
import { lookAfter, lookAt } from "./looks";
import type { Observed } from "./observation";

export interface SeenRun {
  at: string;
  result: Observed;
}

const counted = ({ result }: SeenRun) => result === "passed" || result === "failed" || result === "flaky";

/** Counts what was seen, oldest first. */
export function countRuns(runs: readonly SeenRun[]): SideCounts {
  const count = (result: Observed) => runs.filter((run) => run.result === result).length;
  const used = runs.filter(counted);
  const fail = count("failed");
  return {
    n: used.length,
    fail,
    firstTryFail: fail + count("flaky"),
    quarantined: count("quarantined"),
    excluded: count("excluded"),
    from: used.at(0)?.at ?? null,
    to: used.at(-1)?.at ?? null,
  };
}

/** The runs up to the last of the first `n` that count. */
function upToLook<T extends SeenRun>(runs: readonly T[], n: number): readonly T[] {
  let left = n;
  const end = runs.findIndex((run) => {
    if (counted(run)) left -= 1;
    return left === 0;
  });
  return n === 0 ? [] : runs.slice(0, end + 1);
}

export type GateFigures = Pick<
  GateCell,
  "candidate" | "observed" | "look" | "nextLook" | "hard" | "firstTry" | "runsNeeded" | "marginProven"
>;

/**
 * Candidate against baseline at the last scheduled look: later runs are shown, not judged. `runs` are the candidate's,
 * oldest first; a null baseline is too thin to compare with.
 */
export function gateFigures(runs: readonly SeenRun[], baseline: RunCounts | null, margin: number): GateFigures {
  const all = countRuns(runs);
  const look = lookAt(all.n);
  // Before the first look, and for the rules that need none, everything seen is shown.
  const atLook = look === 0 ? all : countRuns(upToLook(runs, look));
  const candidate = { ...atLook, quarantined: all.quarantined, excluded: all.excluded };
  const isCompared = look > 0 && baseline !== null;
  const hard = isCompared ? compareFailures(hardFailures(candidate), hardFailures(baseline)) : null;
  return {
    candidate,
    observed: all.n,
    look,
    nextLook: lookAfter(all.n),
    hard,
    firstTry: isCompared ? compareFailures(firstTryFailures(candidate), firstTryFailures(baseline)) : null,
    runsNeeded: baseline === null ? null : runsUntilLookProves(hardFailures(all), hardFailures(baseline), margin),
    marginProven: hard === null ? null : marginProvenBy(hard.upper),
  };
}
