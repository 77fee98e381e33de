import type { NodeGroupDto } from "@/lib/domain/nodes/dto";
import { countWords, listWords, numberWords } from "@/lib/domain/readiness/words";
import { countNodes, imageOf } from "./filter-groups";

const CLUSTERS_NAMED = 2;
const GROUPS_TOLD = 2;

function imagesOf(groups: readonly NodeGroupDto[]): number {
  return new Set(groups.map(imageOf)).size;
}

function imagesWords(groups: readonly NodeGroupDto[]): string {
  const blocking = imagesOf(groups.filter(({ verdict }) => verdict === "incompatible"));
  const all = imagesOf(groups);
  if (blocking === all)
    return all === 1 ? "the only node image blocks it" : `all ${numberWords(all)} node images block it`;
  return `${numberWords(blocking)} of ${countWords(all, "node image")} ${blocking === 1 ? "blocks" : "block"} it`;
}

/** The answer to "which node images block the release?", to be read aloud; `clusters` empty is the whole fleet. */
export function nodesSentence(release: string, groups: readonly NodeGroupDto[], clusters: readonly string[]): string {
  const counts = countNodes(groups);
  const total = counts.compatible + counts.unknown + counts.incompatible;
  const place = clusters.length === 0 ? "" : ` on ${listWords(clusters, CLUSTERS_NAMED)}`;
  if (total === 0) return `No node has reported${place} yet.`;
  const unknown = `${numberWords(counts.unknown)} of ${countWords(total, "node")}${place} ${counts.unknown === 1 ? "is" : "are"} unknown`;
  if (counts.incompatible > 0) {
    const images = imagesWords(groups);
    const rest = counts.unknown === 0 ? "" : `, ${numberWords(counts.unknown)} more unknown`;
    return `${numberWords(counts.incompatible)} of ${countWords(total, "node")}${place} cannot run ${release}; ${images}${rest}.`;
  }
  if (counts.unknown > 0) return `No node image blocks ${release}; ${unknown}.`;
  return `Every node image can run ${release}: ${countWords(total, "node")}${place}, ${countWords(imagesOf(groups), "image")}.`;
}

/** What is worst, in the words of its groups; empty when every node is compatible. */
export function worstWords(groups: readonly NodeGroupDto[]): string {
  const told = groups.filter(({ verdict }) => verdict !== "compatible").slice(0, GROUPS_TOLD);
  return told.map(({ sentence }) => sentence).join(" ");
}
