import type { Database } from "@/lib/db/client";
import { findRelease } from "@/lib/db/releases";
import { AppError } from "../errors";
import { resolveCandidate } from "../releases/list-releases";

/** A release and what it is compared with; `baseline` null: nothing is known to compare it with. */
export interface ComparedReleases {
  candidate: { id: number; version: string };
  baseline: { id: number; version: string } | null;
  /** The name of the baseline, also where no evidence of it was sent. */
  baselineVersion: string | null;
}

/** @throws NOT_FOUND when the release named is not known, or none is */
export async function findComparedReleases(db: Database, version: string | null): Promise<ComparedReleases> {
  const release = await resolveCandidate(db, version);
  if (release === null) throw new AppError("NOT_FOUND", "No release is known yet. Send evidence for one.");
  const { baseline: baselineVersion } = release.dto;
  const row = baselineVersion === null ? null : await findRelease(db, baselineVersion);
  return {
    candidate: { id: release.id, version: release.dto.version },
    baseline: row && { id: row.id, version: row.version },
    baselineVersion,
  };
}
