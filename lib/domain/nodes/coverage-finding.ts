import { inRange, judgedVersion } from "./applies";
import { COVERED_RELEASES } from "./catalogue/coverage";
import { SOURCES } from "./catalogue/sources";
import type { Finding } from "./finding";

const COMMON = {
  title: "Requirements of the release not known",
  outcome: "unknown",
  needed: "requirements read for this release",
  source: SOURCES.systemRequirements.url,
} as const;

/**
 * What the catalogue does not know of a release. An older one has no rows at all, which must not read as "nothing
 * is needed"; a newer one is judged by what the last covered release needs, and someone should read its page.
 */
export function coverageFinding(release: string): readonly Finding[] {
  const version = judgedVersion(release);
  const observed = version === null ? `${release} is not a version` : release;
  if (!inRange(version, `>=${COVERED_RELEASES.from}`)) {
    return [
      {
        ...COMMON,
        requirement: "release-not-covered",
        severity: "missing",
        observed,
        detail: "The requirements of this release are not in the catalogue, so nothing can be said of the node.",
      },
    ];
  }
  if (inRange(version, `<${COVERED_RELEASES.below}`)) return [];
  return [
    {
      ...COMMON,
      requirement: "release-ahead-of-catalogue",
      severity: "risk",
      observed,
      detail: "Judged by the requirements of 1.20: those of this release have not been read yet.",
    },
  ];
}
