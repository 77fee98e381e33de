import type { Database } from "@/lib/db/client";
import { findRelease } from "@/lib/db/releases";
import { compareVersions } from "@/lib/domain/releases/version";
import { loadReleases } from "../releases/list-releases";

/** The id of the candidate before this one: the newest release that precedes it and is not what it is compared with. */
export async function releaseBefore(db: Database, version: string): Promise<number | null> {
  const releases = await loadReleases(db);
  const baseline = releases.find((release) => release.version === version)?.baseline;
  const before = releases.find(
    (release) => compareVersions(release.version, version) < 0 && release.version !== baseline,
  );
  return before === undefined ? null : ((await findRelease(db, before.version))?.id ?? null);
}
