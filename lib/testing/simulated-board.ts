import { seenRuns } from "@/lib/domain/regressions/gate-baseline";
import type { GateCell } from "@/lib/domain/regressions/gate-cell";
import { gateCells } from "@/lib/domain/regressions/gate-cells";
import { gateFigures } from "@/lib/domain/regressions/gate-figures";
import type { GateRunRow } from "@/lib/domain/regressions/gate-run-row";
import { judgeBoard } from "@/lib/domain/regressions/judge-board";
import type { Board, BoardInput } from "@/lib/domain/regressions/judged-cell";
import { observe } from "@/lib/domain/regressions/observe";
import { mulberry32 } from "@/lib/domain/stats/random";

export const FIRST_DAY = Date.UTC(2026, 5, 1);
const DAY_MS = 24 * 3_600_000;
const NOW = new Date(FIRST_DAY + 31 * DAY_MS);

/** A board of clusters and gates that fail by chance; numbers are rates of runs. */
export interface Scenario {
  clusters: number;
  gates: number;
  baselineRuns: number;
  /** The candidate's runs of one cluster: as many for every gate of it. */
  candidateRuns: (random: () => number) => number;
  /** How often a gate fails with the stable release. */
  baseRate: (random: () => number) => number;
  /** How much more it fails with the candidate; 0: not regressed. */
  added: (cluster: number, gate: number) => number;
  /** Whether a run of a cluster is hit by something that makes half of its gates fail. */
  incident?: (cluster: number, run: number) => boolean;
}

export const gateName = (gate: number) => `gate-${gate}`;
export const clusterName = (cluster: number) => `cluster-${cluster}`;

const INCIDENT_SHARE = 0.5;
const MARGIN = 0.1;

/** A draw of Binomial(n, p). */
function failuresOf(n: number, p: number, random: () => number): number {
  let failures = 0;
  for (let run = 0; run < n; run += 1) if (random() < p) failures += 1;
  return failures;
}

/** The candidate's runs as the observer sees them: all gates of one run have its address. */
function candidateRows(
  scenario: Scenario,
  cluster: number,
  rates: readonly number[],
  random: () => number,
): GateRunRow[] {
  const rounds = Array.from({ length: scenario.candidateRuns(random) }, (_, run) => run);
  return rounds.flatMap((run) =>
    rates.map((rate, gate): GateRunRow => {
      const hit = scenario.incident?.(cluster, run) === true ? INCIDENT_SHARE : 0;
      return {
        id: `${gateName(gate)} ${cluster} ${run}`,
        gateId: gateName(gate),
        ranAt: new Date(FIRST_DAY + run * 3_600_000),
        url: `https://ci.example/${cluster}/${run}`,
        attempt: 1,
        outcome: random() < rate + scenario.added(cluster, gate) + hit ? "failed" : "passed",
        flaky: 0,
        neverFail: null,
      };
    }),
  );
}

/** The cells of one cluster; of the stable runs only counts are drawn. */
function clusterCells(scenario: Scenario, cluster: number, rates: readonly number[], random: () => number): GateCell[] {
  const gates = rates.map((_rate, gate) => ({
    id: gateName(gate),
    title: `Gate ${gate}`,
    area: "dataplane" as const,
    required: true,
    maxAgeHours: 24 * 365,
  }));
  const identity = { cluster: clusterName(cluster), tier: "production" as const, cohort: "one" };
  const candidate = candidateRows(scenario, cluster, rates, random);
  const cells = gateCells({ ...identity, gates, candidate, baseline: [], cohortBaseline: [], incomparable: [] });
  const { observations } = observe(
    candidate,
    gates.map(({ id }) => id),
  );
  return cells.map((cell, gate) => {
    const n = scenario.baselineRuns;
    const fail = failuresOf(n, rates[gate] ?? 0, random);
    const counts = { n, fail, firstTryFail: fail };
    const span = { quarantined: 0, excluded: 0, from: null, to: null };
    const baseline = { ...counts, ...span, kind: "own" as const, clusters: 1, own: counts };
    const seen = observations.get(cell.gateId);
    return seen === undefined ? cell : { ...cell, baseline, ...gateFigures(seenRuns(seen), counts, MARGIN) };
  });
}

export function boardInput(gateCells: BoardInput["gateCells"], more: Partial<BoardInput> = {}): BoardInput {
  return {
    release: "1.20.0-pre.3",
    baseline: "1.19.6",
    gateCells,
    signalTests: [],
    previous: new Map(),
    waivers: [],
    labels: new Map(),
    attributes: new Map(),
    calibrated: new Set(),
    signals: new Map(),
    now: NOW,
    ...more,
  };
}

/** One board drawn by chance, the same for the same seed. */
export function simulateBoard(scenario: Scenario, seed: number): Board {
  const random = mulberry32(seed);
  const rates = Array.from({ length: scenario.gates }, () => scenario.baseRate(random));
  const cells = Array.from({ length: scenario.clusters }, (_, cluster) =>
    clusterCells(scenario, cluster, rates, random),
  );
  return judgeBoard(boardInput(cells.flat()));
}
