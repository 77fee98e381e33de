import type { ClusterFacts, NodeFindingFact, NodeGroupFact } from "./cluster-facts";
import { nodesEvidence, requirementEvidence } from "./evidence-link";
import type { Reason, Severity } from "./reason";
import { countWords, HOUR_MS, listWords, numberWords, spanWords } from "./words";

/**
 * A node is asked again each week: node images are replaced and kernels updated in place at about that pace, and a
 * patch of the kernel alone has broken Cilium before (cilium/cilium#25500, 5.15.0-71 to -72).
 */
export const NODE_REPORT_MAX_AGE_HOURS = 168;
const MAX_AGE_MS = NODE_REPORT_MAX_AGE_HOURS * HOUR_MS;

const EXAMPLES_SHOWN = 3;

const isStale = (collectedAt: Date, now: Date) => now.getTime() >= collectedAt.getTime() + MAX_AGE_MS;

/** Nodes of the group whose report is stale now: at least as many as when the facts were loaded. */
export function staleNodes(group: NodeGroupFact, now: Date): number {
  if (isStale(group.newestCollectedAt, now)) return group.count;
  return Math.min(group.count, Math.max(group.staleCount, isStale(group.oldestCollectedAt, now) ? 1 : 0));
}

/** The instants after now at which a report becomes stale, as far as the groups say. */
export function reportExpiries(nodes: readonly NodeGroupFact[], now: Date): Date[] {
  return nodes
    .flatMap((group) => [group.oldestCollectedAt, group.newestCollectedAt])
    .filter((collectedAt) => !isStale(collectedAt, now))
    .map((collectedAt) => new Date(collectedAt.getTime() + MAX_AGE_MS));
}

export function totalNodes(nodes: readonly NodeGroupFact[]): number {
  return nodes.reduce((sum, group) => sum + group.count, 0);
}

function missing(cluster: string, code: string, told: Pick<Reason, "summary" | "title" | "count" | "since">): Reason {
  return { area: "kernel", code, severity: "missing", subject: code, ...told, evidence: [nodesEvidence(cluster)] };
}

/** Nodes that have not reported, or not lately. */
export function reportReasons({ cluster, nodes, expectedNodes }: ClusterFacts, now: Date): Reason[] {
  const total = totalNodes(nodes);
  const silent = Math.max(0, (expectedNodes ?? total) - total);
  if (total === 0) {
    const summary = expectedNodes
      ? `None of ${countWords(expectedNodes, "node")} has reported`
      : "No node has reported";
    const count = expectedNodes ? { count: { value: expectedNodes, unit: "nodes" as const } } : {};
    return [missing(cluster.name, "node-reports-missing", { summary, title: "No node reports", ...count })];
  }
  const found: Reason[] = [];
  if (silent > 0) {
    const verb = silent === 1 ? "has" : "have";
    found.push(
      missing(cluster.name, "node-reports-missing", {
        summary: `${numberWords(silent)} of ${countWords(total + silent, "node")} ${verb} not reported`,
        title: "Nodes that have not reported",
        count: { value: silent, unit: "nodes" },
      }),
    );
  }
  const stale = nodes.reduce((sum, group) => sum + staleNodes(group, now), 0);
  if (stale > 0) {
    const oldest = Math.min(
      ...nodes.filter(({ count }) => count > 0).map((group) => group.oldestCollectedAt.getTime()),
    );
    const age = spanWords(MAX_AGE_MS);
    found.push(
      missing(cluster.name, "node-reports-stale", {
        summary: `${numberWords(stale)} of ${countWords(total, "node")} reported more than ${age} ago`,
        title: `Node reports older than ${age}`,
        count: { value: stale, unit: "nodes" },
        since: new Date(oldest + MAX_AGE_MS).toISOString(),
      }),
    );
  }
  return found;
}

const CODES: Record<Severity, string> = {
  blocks: "node-incompatible",
  missing: "node-unknown",
  risk: "node-risk",
  info: "node-note",
};

/** A group judged incompatible or unknown says why; if ever it does not, the verdict still counts. */
function findingsOf(group: NodeGroupFact): readonly NodeFindingFact[] {
  const needed: Severity | null =
    group.verdict === "incompatible" ? "blocks" : group.verdict === "unknown" ? "missing" : null;
  if (needed === null || group.findings.some((finding) => finding.severity === needed)) return group.findings;
  const title = needed === "blocks" ? "Node judged incompatible" : "Node that cannot be judged";
  const told = { requirement: "node", title, severity: needed, detail: "No requirement says why.", source: "" };
  return [...group.findings, told];
}

/** `14 nodes lack kernel BTF`, `Kernel below 5.10 on 1 node` */
function findingSentence(title: string, nodes: number): string {
  const lacking = /^No (.+)$/.exec(title)?.[1];
  if (lacking === undefined) return `${title} on ${countWords(nodes, "node")}`;
  return `${countWords(nodes, "node")} ${nodes === 1 ? "lacks" : "lack"} ${lacking}`;
}

interface Affected {
  finding: NodeFindingFact;
  groups: NodeGroupFact[];
}

function requirementReason(cluster: string, { finding, groups }: Affected): Reason {
  const count = totalNodes(groups);
  const examples = groups.flatMap((group) => group.exampleNodes).sort();
  const on =
    examples.length === 0 ? "" : ` On ${listWords(examples, EXAMPLES_SHOWN, Math.max(count, examples.length))}.`;
  return {
    area: "kernel",
    code: CODES[finding.severity],
    severity: finding.severity,
    subject: finding.requirement,
    summary: findingSentence(finding.title, count),
    title: finding.title,
    detail: `${finding.detail}${on}`,
    count: { value: count, unit: "nodes" },
    ...(finding.source === "" ? {} : { source: finding.source }),
    evidence: [requirementEvidence(finding.requirement, cluster)],
  };
}

/** One reason for each requirement, over all the nodes it concerns; the words are those of the largest group. */
export function findingReasons({ cluster, nodes }: ClusterFacts): Reason[] {
  const largestFirst = nodes
    .filter((group) => group.count > 0)
    .sort((a, b) => b.count - a.count || (a.profileId < b.profileId ? -1 : 1));
  const affected = new Map<string, Affected>();
  for (const group of largestFirst) {
    for (const finding of findingsOf(group)) {
      const key = `${finding.severity} ${finding.requirement}`;
      const entry = affected.get(key) ?? { finding, groups: [] };
      if (!entry.groups.includes(group)) entry.groups.push(group);
      affected.set(key, entry);
    }
  }
  return [...affected.values()].map((entry) => requirementReason(cluster.name, entry));
}
