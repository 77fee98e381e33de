import { type GateJudgement, judgeGate } from "../gates/judge-gate";
import { AREAS, type Area, eachArea } from "./area";
import type { ClusterFacts } from "./cluster-facts";
import { clusterEvidence } from "./evidence-link";
import { type EvidenceAge, evidenceAge, type JudgementInputs, judgementInputs } from "./judgement-inputs";
import { isRequired, meshNote } from "./mesh-rule";
import { findingReasons, reportExpiries, reportReasons, staleNodes, totalNodes } from "./node-reasons";
import { POLICY_VERSION } from "./policy-version";
import type { Reason } from "./reason";
import { compareReasons, verdictOf } from "./reason-order";
import { type Verdict, worstVerdict } from "./verdict";

export interface AreaJudgement {
  verdict: Verdict;
  /** All reasons of the area, notes too. */
  reasons: number;
  /** Those that hold it back. */
  holding: number;
  /** Nothing is asked here of this cluster, by its own declaration. */
  notApplicable?: boolean;
}

export interface ClusterJudgement {
  verdict: Verdict;
  areas: Record<Area, AreaJudgement>;
  reasons: Reason[];
  openRegressions: number;
  /** Stale and silent nodes are unknown. */
  nodes: { compatible: number; incompatible: number; unknown: number };
  evidence: EvidenceAge;
  /** The first instant at which age alone may change the judgement; null: never. */
  expiresAt: Date | null;
  inputs: JudgementInputs;
  policyVersion: string;
}

function nothingRequired(facts: ClusterFacts, area: Area): Reason {
  const { name, tier } = facts.cluster;
  return {
    area,
    code: "nothing-required",
    severity: "info",
    subject: area,
    summary: `No ${area} gate is required of ${tier} clusters`,
    evidence: [clusterEvidence(name)],
  };
}

/** Areas in which the cluster's verdict rests on nothing say so. Nodes always have to report, so kernel is none. */
function emptyAreas(facts: ClusterFacts, gates: readonly GateJudgement[]): Reason[] {
  const required = new Set<Area>(["kernel", ...gates.filter((gate) => gate.required).map((gate) => gate.area)]);
  if (facts.cluster.mesh?.length === 0) required.add("mesh");
  return AREAS.filter((area) => !required.has(area)).map((area) => nothingRequired(facts, area));
}

function judgeArea(facts: ClusterFacts, area: Area, all: readonly Reason[]): AreaJudgement {
  const reasons = all.filter((reason) => reason.area === area);
  const verdict = verdictOf(reasons);
  const holding = reasons.filter((reason) => reason.severity !== "info").length;
  const notApplicable = area === "mesh" && facts.cluster.mesh?.length === 0 && holding === 0;
  return { verdict, reasons: reasons.length, holding, ...(notApplicable ? { notApplicable } : {}) };
}

function countNodes({ nodes, expectedNodes }: ClusterFacts, now: Date): ClusterJudgement["nodes"] {
  const compatible = nodes
    .filter((group) => group.verdict === "compatible")
    .reduce((sum, group) => sum + group.count - staleNodes(group, now), 0);
  const incompatible = totalNodes(nodes.filter((group) => group.verdict === "incompatible"));
  const all = Math.max(totalNodes(nodes), expectedNodes ?? 0);
  return { compatible, incompatible, unknown: all - compatible - incompatible };
}

/**
 * Judges one cluster for one release. Missing, stale and incomparable evidence never passes; a parent is as bad as its
 * worst child. The same facts and the same now give the same judgement, in whatever order the facts come.
 */
export function judgeCluster(facts: ClusterFacts, now: Date): ClusterJudgement {
  const { cluster } = facts;
  const gates = facts.gates.map(({ gate, history }) =>
    judgeGate(gate, history, { cluster: cluster.name, required: isRequired(gate, cluster), now }),
  );
  const reasons = [
    ...gates.flatMap((gate) => gate.reasons),
    ...reportReasons(facts, now),
    ...findingReasons(facts),
    ...(facts.regressions?.reasons ?? []),
    ...[meshNote(cluster)].filter((reason) => reason !== null),
    ...emptyAreas(facts, gates),
  ].sort(compareReasons);
  const areas = eachArea((area) => judgeArea(facts, area, reasons));
  const regressionsUntil = facts.regressions?.expiresAt ?? null;
  const expiries = [...gates.map((gate) => gate.expiresAt), ...reportExpiries(facts.nodes, now), regressionsUntil];
  const soonest = Math.min(...expiries.filter((instant) => instant !== null).map((instant) => instant.getTime()));
  return {
    verdict: worstVerdict(AREAS.map((area) => areas[area].verdict)),
    areas,
    reasons,
    openRegressions: facts.regressions?.open ?? 0,
    nodes: countNodes(facts, now),
    evidence: evidenceAge(facts, gates),
    expiresAt: Number.isFinite(soonest) ? new Date(soonest) : null,
    inputs: judgementInputs(facts, now),
    policyVersion: POLICY_VERSION,
  };
}
