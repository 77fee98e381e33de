import type { Gate } from "../gates/gate";
import { gateWindow } from "../gates/gate-window";
import type { GateJudgement } from "../gates/judge-gate";
import type { ClusterFacts, ClusterIdentity, NodeGroupFact, RegressionFacts } from "./cluster-facts";
import { totalNodes } from "./node-reasons";
import { compareText } from "./reason-order";

/** How old the evidence is that a judgement rests on, and how many runs and node reports it is. */
export interface EvidenceAge {
  newestAt: Date | null;
  oldestAt: Date | null;
  count: number;
}

/** What went into a judgement, small enough to store with it and enough to judge again. */
export interface JudgementInputs {
  judgedAt: string;
  cluster: ClusterIdentity;
  release: string;
  baseline: string | null;
  expectedNodes: number | null;
  gates: Omit<Gate, "proves" | "tool">[];
  gateRunIds: string[];
  profileIds: string[];
  /** The cells that hold the cluster, with the digest of the facts each was judged from. */
  cells: RegressionFacts["inputs"];
  nodes: (Pick<NodeGroupFact, "profileId" | "count" | "staleCount"> & { oldestAt: string; newestAt: string })[];
}

/** The runs that a judgement looks at: all that are fresh or dated ahead, or else the newest. */
function runIdsOf({ gate, history }: ClusterFacts["gates"][number], now: Date): string[] {
  const { future, fresh, past } = gateWindow(gate, history, now);
  return [...future, ...(fresh.length > 0 ? fresh : past.slice(0, 1))].map((run) => run.id);
}

export function judgementInputs(facts: ClusterFacts, now: Date): JudgementInputs {
  const nodes = facts.nodes
    .map(({ profileId, count, staleCount, oldestCollectedAt, newestCollectedAt }) => ({
      profileId,
      count,
      staleCount,
      oldestAt: oldestCollectedAt.toISOString(),
      newestAt: newestCollectedAt.toISOString(),
    }))
    .sort((a, b) => compareText(a.profileId, b.profileId));
  return {
    judgedAt: now.toISOString(),
    cluster: facts.cluster,
    release: facts.release,
    baseline: facts.baseline,
    expectedNodes: facts.expectedNodes,
    gates: facts.gates
      .map(({ gate: { proves: _proves, tool: _tool, ...rule } }) => rule)
      .sort((a, b) => compareText(a.id, b.id)),
    gateRunIds: facts.gates.flatMap((entry) => runIdsOf(entry, now)).sort(compareText),
    profileIds: nodes.map((group) => group.profileId),
    cells: facts.regressions?.inputs ?? [],
    nodes,
  };
}

/** Over the gates that count here, by their judged runs or else their last one, and all node reports. */
export function evidenceAge(facts: ClusterFacts, gates: readonly GateJudgement[]): EvidenceAge {
  const windows = gates.filter((gate) => gate.required || gate.reasons.length > 0).map((gate) => gate.window);
  const ofRuns = windows.flatMap(({ used, oldestAt, newestAt, lastRunAt }) =>
    used > 0 ? [oldestAt, newestAt] : [lastRunAt],
  );
  const ofNodes = facts.nodes.flatMap((group) => [group.oldestCollectedAt, group.newestCollectedAt]);
  const times = [...ofRuns, ...ofNodes].filter((instant) => instant !== null).map((instant) => instant.getTime());
  const runs = windows.reduce((sum, { used, lastRunAt }) => sum + (used || (lastRunAt === null ? 0 : 1)), 0);
  return {
    newestAt: times.length === 0 ? null : new Date(Math.max(...times)),
    oldestAt: times.length === 0 ? null : new Date(Math.min(...times)),
    count: runs + totalNodes(facts.nodes),
  };
}
