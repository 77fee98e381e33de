import type { Cluster } from "@/lib/db/clusters";
import { type ComparedRunRow, listBaselineRuns, listCandidateRuns } from "@/lib/db/gate-observations";
import type { Queryable } from "@/lib/db/transaction";
import { NEVER_FAIL_PATTERNS } from "@/lib/domain/gates/catalogue/never-fail";
import type { Gate } from "@/lib/domain/gates/gate";
import { isRequired } from "@/lib/domain/readiness/mesh-rule";
import { countGates } from "@/lib/domain/regressions/gate-baseline";
import type { GateCell } from "@/lib/domain/regressions/gate-cell";
import { gateCells } from "@/lib/domain/regressions/gate-cells";
import type { GateCounts } from "@/lib/domain/regressions/gate-facts";
import type { GateRunRow } from "@/lib/domain/regressions/gate-run-row";
import { GATE_THRESHOLDS } from "@/lib/domain/regressions/thresholds";
import { clusterIdentity } from "../clusters/cluster-dto";
import { type Cohorts, cohortOf } from "./cohorts";
import { baselineStart, byCluster } from "./compared-runs";

/** Clusters whose runs are held in memory at once. */
const CHUNK = 20;

export interface GateComparison {
  releaseId: number;
  baselineId: number;
  gates: readonly Gate[];
  cohorts: Cohorts;
}

/**
 * The gates of these clusters, candidate against baseline, by cluster id. A cluster that never ran the candidate has
 * nothing to compare and is left out.
 */
export async function compareGates(
  sql: Queryable,
  clusters: readonly Cluster[],
  of: GateComparison,
): Promise<Map<number, readonly GateCell[]>> {
  const compared = new Map<number, readonly GateCell[]>();
  for (let start = 0; start < clusters.length; start += CHUNK) {
    const chunk = clusters.slice(start, start + CHUNK);
    for (const [id, cells] of await compareChunk(sql, chunk, of)) compared.set(id, cells);
  }
  return compared;
}

async function compareChunk(
  sql: Queryable,
  clusters: readonly Cluster[],
  of: GateComparison,
): Promise<[number, readonly GateCell[]][]> {
  const neverFail = NEVER_FAIL_PATTERNS.map(({ text }) => text);
  const clusterIds = clusters.map(({ id }) => id);
  const candidate = byCluster(await listCandidateRuns(sql, { clusterIds, releaseId: of.releaseId, neverFail }));
  const running = clusters.flatMap((cluster) => {
    const runs = candidate.get(cluster.id);
    return runs === undefined ? [] : [{ cluster, runs, from: baselineFrom(runs) }];
  });
  const own = byCluster(
    await listBaselineRuns(sql, {
      releaseId: of.baselineId,
      clusters: running.map(({ cluster, from }) => ({ id: cluster.id, from })),
    }),
  );
  const cells: [number, readonly GateCell[]][] = [];
  for (const { cluster, runs } of running) {
    const baseline = own.get(cluster.id) ?? [];
    const isShort = lacksBaseline(runs, baseline);
    const cohortBaseline = isShort ? await of.cohorts.lenders(sql, cluster) : [];
    cells.push([cluster.id, cellsOf(cluster, { runs, baseline, cohortBaseline }, of.gates)]);
  }
  return cells;
}

function baselineFrom(runs: readonly ComparedRunRow[]): Date {
  return baselineStart(new Date(Math.min(...runs.map(({ ranAt }) => ranAt.getTime()))));
}

/** Whether a gate that ran with the candidate has too few own runs with the baseline. */
function lacksBaseline(candidate: readonly GateRunRow[], baseline: readonly GateRunRow[]): boolean {
  const ids = new Set(candidate.map(({ gateId }) => gateId));
  const counts = countGates(baseline, ids);
  return [...ids].some((id) => (counts.get(id)?.n ?? 0) < GATE_THRESHOLDS.baselineMin);
}

interface Sides {
  runs: readonly GateRunRow[];
  baseline: readonly GateRunRow[];
  cohortBaseline: readonly { cluster: string; counts: GateCounts }[];
}

function cellsOf(cluster: Cluster, { runs, baseline, cohortBaseline }: Sides, gates: readonly Gate[]) {
  const identity = clusterIdentity(cluster);
  return gateCells({
    cluster: cluster.name,
    tier: cluster.tier,
    cohort: cohortOf(cluster),
    gates: gates.map((gate) => {
      const { id, title, area, maxAgeHours } = gate;
      return { id, title, area, maxAgeHours, required: isRequired(gate, identity) };
    }),
    candidate: runs,
    baseline,
    cohortBaseline,
    incomparable: [],
  });
}
