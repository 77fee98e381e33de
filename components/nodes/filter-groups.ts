import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import type { NodeVerdict } from "@/lib/domain/nodes/finding";
import { groupSentence } from "@/lib/domain/nodes/group-nodes";

export interface NodeFilters {
  q: string;
  verdict: readonly NodeVerdict[];
  cluster: readonly string[];
  requirement: readonly string[];
  kernel: readonly string[];
  image: readonly string[];
}

/** Stands for an image where the report names none. */
export const NO_IMAGE = "no image name";

export function imageOf({ osImage }: Pick<NodeGroupDto, "osImage">): string {
  return osImage ?? NO_IMAGE;
}

/** An empty choice lets everything through. */
function isAmong(chosen: readonly string[], values: readonly string[]): boolean {
  return chosen.length === 0 || values.some((value) => chosen.includes(value));
}

/** `5.1` begins `5.1.0` and not `5.15`. */
function beginsWith(kernel: string, start: string): boolean {
  return kernel.startsWith(start) && !(/\d$/.test(start) && /^\d/.test(kernel.slice(start.length)));
}

/** The groups with only the nodes of these clusters, and what is then left of them, in the order of the answer. */
export function groupsOnClusters(groups: readonly NodeGroupDto[], clusters: readonly string[]): NodeGroupDto[] {
  if (clusters.length === 0) return [...groups];
  return groups.flatMap((group) => {
    const left = group.clusters.filter(({ cluster }) => clusters.includes(cluster));
    if (left.length === 0) return [];
    const nodes = left.reduce((sum, one) => sum + one.nodes, 0);
    return [{ ...group, clusters: left, nodes, sentence: groupSentence({ ...group, nodes }) }];
  });
}

function matches(group: NodeGroupDto, filters: NodeFilters): boolean {
  const words = filters.q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = words.length === 0 ? "" : textOf(group);
  return (
    isAmong(filters.image, [imageOf(group)]) &&
    isAmong(
      filters.requirement,
      group.findings.map(({ requirement }) => requirement),
    ) &&
    (filters.kernel.length === 0 || filters.kernel.some((start) => beginsWith(group.kernelRelease, start))) &&
    words.every((word) => text.includes(word))
  );
}

function textOf({ osImage, kernelRelease, machine, clusters, findings }: NodeGroupDto): string {
  const names = clusters.map(({ cluster }) => cluster);
  return [osImage, kernelRelease, machine, ...names, ...findings.map(({ title }) => title)].join(" ").toLowerCase();
}

export interface FilteredGroups {
  items: NodeGroupDto[];
  /** How many nodes each verdict's chip would leave, with all the other filters as they are. */
  counts: Record<NodeVerdict, number>;
}

/** The groups that the filters leave, worst first as they came. */
export function filterGroups(groups: readonly NodeGroupDto[], filters: NodeFilters): FilteredGroups {
  const left = groupsOnClusters(groups, filters.cluster).filter((group) => matches(group, filters));
  return {
    items: left.filter(({ verdict }) => isAmong(filters.verdict, [verdict])),
    counts: countNodes(left),
  };
}

export function countNodes(groups: readonly NodeGroupDto[]): Record<NodeVerdict, number> {
  const counts = { compatible: 0, unknown: 0, incompatible: 0 };
  for (const { verdict, nodes } of groups) counts[verdict] += nodes;
  return counts;
}

export interface Choice {
  value: string;
  label: string;
  /** Nodes that have it. */
  nodes: number;
}

/** Values of a filter with how many nodes have each, by label; numbers inside are compared as numbers. */
export function choicesOf(
  groups: readonly NodeGroupDto[],
  valuesOf: (group: NodeGroupDto) => readonly { value: string; label?: string; nodes?: number }[],
): Choice[] {
  const choices = new Map<string, Choice>();
  for (const group of groups) {
    for (const { value, label = value, nodes = group.nodes } of valuesOf(group)) {
      const known = choices.get(value);
      choices.set(value, { value, label, nodes: (known?.nodes ?? 0) + nodes });
    }
  }
  return [...choices.values()].sort((a, b) => a.label.localeCompare(b.label, "en", { numeric: true }));
}
