import semver from "semver";
import type { Feature } from "../clusters/feature";
import { channelOf } from "../releases/version";
import { isAtLeast, parseKernelRelease } from "./kernel-release";
import type { NodeProfile } from "./node-profile";
import type { Note, Requirement } from "./requirement";

/** What a node is judged for. */
export type JudgeContext = { release: string; features: readonly Feature[] };

/** The same, made ready to be asked for every row. `version` is null for what is no version. */
export type Target = { version: semver.SemVer | null; features: ReadonlySet<Feature> };

export function targetOf({ release, features }: JudgeContext): Target {
  return { version: judgedVersion(release), features: new Set(features) };
}

/**
 * The version to look requirements up by. A development build carries `1.20.0-dev` from the first commit of the
 * train to the last and sorts before `-pre.0`, so it says nothing of what it contains: it is held to all that the
 * finished release asks for.
 */
export function judgedVersion(release: string): semver.SemVer | null {
  const parsed = semver.parse(release);
  if (parsed === null || channelOf(parsed.version) !== "dev") return parsed;
  return new semver.SemVer(`${parsed.major}.${parsed.minor}.${parsed.patch}`);
}

/** Whether the range holds; pre-releases count at their place in semver order. */
export function inRange(version: semver.SemVer | null, range: string): boolean {
  return version !== null && semver.satisfies(version, range, { includePrerelease: true });
}

/** Whether the requirement is to be judged on this node at all. */
export function applies(requirement: Requirement, profile: NodeProfile, { version, features }: Target): boolean {
  if (requirement.features?.every((feature) => features.has(feature)) === false) return false;
  if (requirement.anyFeature?.some((feature) => features.has(feature)) === false) return false;
  return isFor(requirement.nodes, profile) && inRange(version, requirement.versions);
}

/** The notes of a requirement that hold here. */
export function notesFor(requirement: Requirement, { version, features }: Target): readonly Note[] {
  return (requirement.notes ?? []).filter(
    (note) => inRange(version, note.versions) && (note.features ?? []).every((feature) => features.has(feature)),
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
