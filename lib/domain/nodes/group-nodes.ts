import { countWords } from "../readiness/words";
import type { Finding, NodeVerdict } from "./finding";

/** Nodes of one cluster that share a profile, with what they were judged to be. */
export type JudgedNodes = {
  cluster: string;
  count: number;
  osImage: string | null;
  kernelRelease: string;
  machine: string;
  verdict: NodeVerdict;
  findings: readonly Finding[];
};

/** Nodes over all clusters that run the same image and kernel and have the same findings. */
export type NodeGroup = {
  /** Everything the nodes have in common, as text: equal exactly when the groups are. */
  key: string;
  osImage: string | null;
  kernelRelease: string;
  machine: string;
  nodes: number;
  /** By name, with how many of the nodes are in each. */
  clusters: readonly { cluster: string; nodes: number }[];
  verdict: NodeVerdict;
  findings: readonly Finding[];
};

const RANK: Record<NodeVerdict, number> = { incompatible: 0, unknown: 1, compatible: 2 };

/** Groups nodes by image, kernel, machine and findings: worst verdict first, then the most nodes. */
export function groupNodes(judged: readonly JudgedNodes[]): NodeGroup[] {
  const byKey = Map.groupBy(judged, groupKeyOf);
  return [...byKey.values()]
    .flatMap(groupOf)
    .sort(
      (a, b) =>
        RANK[a.verdict] - RANK[b.verdict] ||
        b.nodes - a.nodes ||
        compareText(a.osImage ?? "", b.osImage ?? "") ||
        compareText(a.kernelRelease, b.kernelRelease) ||
        compareText(a.machine, b.machine),
    );
}

/**
 * The group in a sentence to be read aloud: `38 nodes of Debian GNU/Linux 12 lack kernel BTF`. Names the worst
 * finding and counts the others that weigh the same.
 */
export function groupSentence(group: Omit<NodeGroup, "key" | "clusters">): string {
  const { osImage, kernelRelease, findings, nodes } = group;
  const subject = `${countWords(nodes, "node")} of ${osImage ?? `kernel ${kernelRelease}`}`;
  const [worst] = findings;
  if (worst === undefined) return `${subject} ${nodes === 1 ? "meets" : "meet"} every requirement.`;
  if (worst.severity === "info") {
    const notes = countWords(findings.length, "note");
    return `${subject} ${nodes === 1 ? "meets" : "meet"} every requirement, with ${notes}.`;
  }
  const alike = findings.filter(({ severity }) => severity === worst.severity).length - 1;
  const rest = alike === 0 ? "" : `, and ${countWords(alike, "further finding")}`;
  const lacking = /^No (.+)$/.exec(worst.title)?.[1];
  if (lacking !== undefined) return `${subject} ${nodes === 1 ? "lacks" : "lack"} ${lacking}${rest}.`;
  return `${worst.title} on ${subject}${rest}.`;
}

/** The key of the group that the nodes belong to. */
export function groupKeyOf(judged: JudgedNodes): string {
  const findings = judged.findings.map(({ requirement, outcome, observed }) => [requirement, outcome, observed]);
  return JSON.stringify([judged.osImage, judged.kernelRelease, judged.machine, judged.verdict, findings]);
}

function groupOf(alike: readonly JudgedNodes[]): NodeGroup[] {
  const [first] = alike;
  if (first === undefined) return [];
  const perCluster = new Map<string, number>();
  for (const { cluster, count } of alike) perCluster.set(cluster, (perCluster.get(cluster) ?? 0) + count);
  const clusters = [...perCluster]
    .map(([cluster, nodes]) => ({ cluster, nodes }))
    .sort((a, b) => compareText(a.cluster, b.cluster));
  return [
    {
      key: groupKeyOf(first),
      osImage: first.osImage,
      kernelRelease: first.kernelRelease,
      machine: first.machine,
      nodes: alike.reduce((sum, { count }) => sum + count, 0),
      clusters,
      verdict: first.verdict,
      findings: first.findings,
    },
  ];
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
