import semver from "semver";
import { z } from "zod";

/** `pre` is a monthly snapshot of main, `rc` comes after the feature freeze, `dev` is any other pre-release. */
export const CHANNELS = ["stable", "rc", "pre", "dev"] as const;
export const ChannelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof ChannelSchema>;

/** A semantic version without its leading `v`; git and image tags carry one, chart versions do not. */
export const ReleaseVersionSchema = z
  .string()
  .max(100)
  .transform((text) => text.replace(/^v/, ""))
  .refine(
    (text) => semver.valid(text) === text || semver.valid(text) === text.split("+")[0],
    "not a semantic version such as 1.20.0-pre.3",
  );

/**
 * The channel, from semver alone: no chart of Cilium carries the artifacthub.io/prerelease annotation
 * (checked over the 314 entries of its index.yaml).
 */
export function channelOf(version: string): Channel {
  const [identifier] = semver.prerelease(version) ?? [];
  if (identifier === undefined) return "stable";
  if (identifier === "rc" || /^rc\d+$/.test(String(identifier))) return "rc";
  return identifier === "pre" ? "pre" : "dev";
}

/** Semver precedence, oldest first, as Helm orders chart versions; build metadata breaks ties by text. */
export function compareVersions(a: string, b: string): number {
  return semver.compareBuild(a, b);
}

/** The newest stable version that precedes the candidate: what it is compared with when nobody chose a baseline. */
export function defaultBaseline(candidate: string, known: readonly string[]): string | null {
  const stable = known.filter((version) => channelOf(version) === "stable" && semver.lt(version, candidate));
  return stable.sort(compareVersions).at(-1) ?? null;
}
