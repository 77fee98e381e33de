import { listFindings } from "@/lib/db/cells";
import type { Cluster } from "@/lib/db/clusters";
import { type HistoryRunRow, listNewestRuns, listNotPassedCases, type NotPassedRow } from "@/lib/db/gate-history";
import { listNodeGroups, type NodeGroupRow } from "@/lib/db/nodes";
import { countAlive } from "@/lib/db/regressions";
import type { Queryable } from "@/lib/db/transaction";
import type { Gate } from "@/lib/domain/gates/gate";
import { type GateRunFact, runsToLoad } from "@/lib/domain/gates/gate-history";
import type { ClusterFacts, NodeGroupFact } from "@/lib/domain/readiness/cluster-facts";
import { NODE_REPORT_MAX_AGE_HOURS } from "@/lib/domain/readiness/node-reasons";
import { clusterIdentity } from "../clusters/cluster-dto";
import { nodeJudge } from "../nodes/node-judge";
import { regressionFacts } from "../regressions/regression-facts";

/** What the facts are loaded for. */
export interface Question {
  release: { id: number; version: string; baseline: string | null };
  gates: readonly Gate[];
  now: Date;
}

/** Enough cases of a run to name what failed; the counts say how many there were. */
const NOT_PASSED_PER_RUN = 20;

/** Loads all that the verdicts of these clusters are made of, in six queries however many clusters there are. */
export async function loadClusterFacts(
  sql: Queryable,
  clusters: readonly Cluster[],
  question: Question,
): Promise<ClusterFacts[]> {
  const clusterIds = clusters.map((cluster) => cluster.id);
  const { release, gates, now } = question;
  const runs = await listNewestRuns(sql, {
    clusterIds,
    releaseId: release.id,
    gates: gates.map((gate) => ({ id: gate.id, limit: runsToLoad(gate) })),
  });
  const notClean = runs.filter((run) => run.failed + run.error + run.flaky > 0).map((run) => run.id);
  const notPassed = Map.groupBy(await listNotPassedCases(sql, notClean, NOT_PASSED_PER_RUN), (row) => row.runId);
  const staleBefore = new Date(now.getTime() - NODE_REPORT_MAX_AGE_HOURS * 3600 * 1000);
  const groups = Map.groupBy(await listNodeGroups(sql, clusterIds, staleBefore), (row) => row.clusterId);
  const runsOf = Map.groupBy(runs, (run) => `${run.clusterId} ${run.gateId}`);
  const findings = Map.groupBy(await listFindings(sql, clusterIds, release.id), (row) => row.clusterId);
  const alive = await countAlive(sql, clusterIds, release.id);
  const judge = nodeJudge(release.version);
  return clusters.map((cluster) => {
    const identity = clusterIdentity(cluster);
    return {
      cluster: identity,
      release: release.version,
      baseline: release.baseline,
      gates: gates.map((gate) => ({
        gate,
        history: { runs: (runsOf.get(`${cluster.id} ${gate.id}`) ?? []).map((run) => toRunFact(run, notPassed)) },
      })),
      nodes: (groups.get(cluster.id) ?? []).map((group) =>
        toNodeFact(group, judge(group.profileId, group.facts, identity.features)),
      ),
      expectedNodes: null,
      regressions: regressionFacts(cluster.name, findings.get(cluster.id) ?? [], alive.get(cluster.id) ?? 0),
    };
  });
}

function toRunFact(run: HistoryRunRow, notPassed: ReadonlyMap<string, NotPassedRow[]>): GateRunFact {
  const { passed, failed, error, skipped, flaky } = run;
  return {
    id: run.id,
    ranAt: run.ranAt,
    outcome: run.outcome,
    counts: { passed, failed, error, skipped, flaky },
    wellFormed: run.wellFormed,
    notPassed: (notPassed.get(run.id) ?? []).map((row) => ({
      suite: row.suite || null,
      name: row.name,
      status: row.status,
    })),
  };
}

function toNodeFact(group: NodeGroupRow, judged: Pick<NodeGroupFact, "verdict" | "findings">): NodeGroupFact {
  return {
    profileId: String(group.profileId),
    count: group.count,
    verdict: judged.verdict,
    findings: judged.findings,
    oldestCollectedAt: group.oldestCollectedAt,
    newestCollectedAt: group.newestCollectedAt,
    staleCount: group.staleCount,
    exampleNodes: group.exampleNodes,
  };
}
