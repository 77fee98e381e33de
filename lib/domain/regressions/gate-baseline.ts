import type { GateCell, RunCounts, SideCounts } from "./gate-cell";
import type { GateCounts } from "./gate-facts";
import { countRuns } from "./gate-figures";
import type { GateRunRow } from "./gate-run-row";
import type { Observation } from "./observation";
import { observe } from "./observe";
import { GATE_THRESHOLDS } from "./thresholds";

export function seenRuns(observations: readonly Observation[]) {
  return observations.map(({ runId, at, result }) => ({ id: runId, at: at.toISOString(), result }));
}

/** What the baseline runs of one cluster count, for itself and for its cohort. */
export function countGates(runs: readonly GateRunRow[], gateIds: Iterable<string>): GateCounts {
  const { observations } = observe(runs, gateIds);
  return new Map([...observations].map(([gateId, list]) => [gateId, countRuns(seenRuns(list))]));
}

const earliest = (a: string | null, b: string | null) => (a === null || (b !== null && b < a) ? b : a);
const latest = (a: string | null, b: string | null) => (a === null || (b !== null && b > a) ? b : a);

function add(a: SideCounts, b: SideCounts): SideCounts {
  return {
    n: a.n + b.n,
    fail: a.fail + b.fail,
    firstTryFail: a.firstTryFail + b.firstTryFail,
    quarantined: a.quarantined + b.quarantined,
    excluded: a.excluded + b.excluded,
    from: earliest(a.from, b.from),
    to: latest(a.to, b.to),
  };
}

/**
 * The cluster's own stable runs where they are enough, else those of its cohort together with them. Never the best of
 * several: choosing it would make false reds half as many again.
 */
export function chooseBaseline(own: SideCounts, cohort: readonly SideCounts[]): GateCell["baseline"] {
  const { n, fail, firstTryFail } = own;
  const ownPart: RunCounts = { n, fail, firstTryFail };
  if (n >= GATE_THRESHOLDS.baselineMin) return { ...own, kind: "own", clusters: 1, own: ownPart };
  const lending = cohort.filter((counts) => counts.n > 0);
  const together = lending.reduce(add, own);
  const clusters = lending.length + (n > 0 ? 1 : 0);
  const kind = together.n >= GATE_THRESHOLDS.baselineMin ? "cohort" : "none";
  return { ...together, kind, clusters, own: ownPart };
}
