import semver from "semver";
import type { Feature } from "../clusters/feature";
import { channelOf } from "../releases/version";
import { isAtLeast, parseKernelRelease } from "./kernel-release";
import type { NodeProfile } from "./node-profile";
import type { Note, Requirement } from "./requirement";

/** What a node is judged for. */
export type JudgeContext = { release: string; features: readonly Feature[] };

/**
 * The version to look requirements up by. A development build carries `1.20.0-dev` from the first commit of the
 * train to the last and sorts before `-pre.0`, so it says nothing of what it contains: it is held to all that the
 * finished release asks for. Build metadata does not order.
 */
export function judgedVersion(release: string): string | null {
  const parsed = semver.parse(release);
  if (parsed === null) return null;
  return channelOf(parsed.version) === "dev" ? `${parsed.major}.${parsed.minor}.${parsed.patch}` : parsed.version;
}

/** Whether the range holds for the release; pre-releases count at their place in semver order. */
export function inRange(release: string, range: string): boolean {
  const version = judgedVersion(release);
  return version !== null && semver.satisfies(version, range, { includePrerelease: true });
}

/** Whether the requirement is to be judged on this node at all. */
export function applies(requirement: Requirement, profile: NodeProfile, context: JudgeContext): boolean {
  if (!inRange(context.release, requirement.versions)) return false;
  const { features = [], anyFeature = [] } = requirement;
  if (!features.every((feature) => context.features.includes(feature))) return false;
  if (anyFeature.length > 0 && !anyFeature.some((feature) => context.features.includes(feature))) return false;
  return isFor(requirement.nodes, profile);
}

/** The notes of a requirement that hold here. */
export function notesFor(requirement: Requirement, context: JudgeContext): readonly Note[] {
  return (requirement.notes ?? []).filter(
    (note) =>
      inRange(context.release, note.versions) &&
      (note.features ?? []).every((feature) => context.features.includes(feature)),
  );
}

/** A kernel release that cannot be read meets no condition on it; kernel-minimum then leaves the node unknown. */
function isFor(nodes: Requirement["nodes"], profile: NodeProfile): boolean {
  if (nodes === undefined) return true;
  if (nodes.machine !== undefined && nodes.machine !== profile.machine) return false;
  if (nodes.kernelFrom === undefined && nodes.kernelBelow === undefined) return true;
  const kernel = parseKernelRelease(profile.kernelRelease);
  if (kernel === null) return false;
  if (nodes.kernelFrom !== undefined && !isAtLeast(kernel, nodes.kernelFrom)) return false;
  return nodes.kernelBelow === undefined || !isAtLeast(kernel, nodes.kernelBelow);
}
