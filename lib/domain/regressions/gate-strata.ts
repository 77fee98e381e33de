import type { Stratum } from "../stats/stratum";
import type { GateCell } from "./gate-cell";
import { groupBy } from "./group-by";

/** Runs of clusters that share a baseline are one stratum; every run is in one stratum only. */
function stratumKey({ baseline, cohort, cluster }: GateCell): string {
  return baseline.kind === "own" ? `own ${cluster}` : `cohort ${cohort}`;
}

/**
 * The strata of one gate over clusters: each cluster with enough stable runs of its own is one, the others are one per
 * cohort, by their own runs. Strata without failures, or with one side only, say nothing and are left out.
 */
export function gateStrata(cells: readonly GateCell[]): readonly Stratum[] {
  return [
    ...groupBy(
      cells.filter(({ look }) => look > 0),
      stratumKey,
    ).values(),
  ]
    .map((group) =>
      group.reduce(
        (sum, { candidate, baseline: { own } }): Stratum => ({
          fail1: sum.fail1 + candidate.fail,
          n1: sum.n1 + candidate.n,
          fail0: sum.fail0 + own.fail,
          n0: sum.n0 + own.n,
        }),
        { fail1: 0, n1: 0, fail0: 0, n0: 0 },
      ),
    )
    .filter(({ fail1, n1, fail0, n0 }) => fail1 + fail0 > 0 && n1 > 0 && n0 > 0);
}
