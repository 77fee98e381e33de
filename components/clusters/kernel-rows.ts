import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import type { NodeVerdict } from "@/lib/domain/nodes/finding";

/** The nodes of a cluster that run one kernel. */
export interface KernelRow {
  kernel: string;
  nodes: number;
  /** The worst of them. */
  verdict: NodeVerdict;
  /** The first thing that is wrong with the worst of them. */
  title: string | null;
  images: string[];
}

const RANK: Readonly<Record<NodeVerdict, number>> = { incompatible: 2, unknown: 1, compatible: 0 };

/** Groups by kernel, worst first, then the most nodes. */
export function kernelRows(groups: readonly NodeGroupDto[]): KernelRow[] {
  const byKernel = Map.groupBy(groups, ({ kernelRelease }) => kernelRelease);
  return [...byKernel]
    .map(([kernel, members]) => {
      const worst = members.toSorted((a, b) => RANK[b.verdict] - RANK[a.verdict])[0];
      return {
        kernel,
        nodes: members.reduce((sum, { nodes }) => sum + nodes, 0),
        verdict: worst?.verdict ?? "unknown",
        title: worst?.findings.find(({ severity }) => severity === "blocks" || severity === "missing")?.title ?? null,
        images: [...new Set(members.flatMap(({ osImage }) => osImage ?? []))],
      };
    })
    .sort((a, b) => RANK[b.verdict] - RANK[a.verdict] || b.nodes - a.nodes || (a.kernel < b.kernel ? -1 : 1));
}

/** `120, all compatible`, `14 of 120 incompatible, 3 unknown`, `none has reported` */
export function nodesWords(counts: Readonly<Record<NodeVerdict, number>>): string {
  const { compatible, incompatible, unknown } = counts;
  const total = compatible + incompatible + unknown;
  if (total === 0) return "none has reported";
  if (compatible === total) return `${total}, all compatible`;
  const parts = [incompatible > 0 ? `${incompatible} incompatible` : "", unknown > 0 ? `${unknown} unknown` : ""];
  return `${total}, ${parts.filter(Boolean).join(", ")}`;
}
