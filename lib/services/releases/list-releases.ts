import type { Database } from "@/lib/db/client";
import { findRelease, listReleases as listRows, type Release } from "@/lib/db/releases";
import type { ReleaseDto } from "@/lib/domain/releases/release";
import { channelOf, compareVersions, defaultBaseline } from "@/lib/domain/releases/version";
import { requirePermission, type ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { type Page, pageAfter } from "../page";

export function toReleaseDto(row: Release, known: readonly string[]): ReleaseDto {
  return {
    version: row.version,
    channel: channelOf(row.version),
    baseline: row.baseline ?? defaultBaseline(row.version, known),
    tracked: row.tracked,
    notes: row.notes,
    createdAt: row.createdAt.toISOString(),
  };
}

/** All releases by semver precedence, newest first. */
export async function loadReleases(db: Database): Promise<ReleaseDto[]> {
  const rows = await listRows(db);
  const known = rows.map((row) => row.version);
  return rows.sort((a, b) => compareVersions(b.version, a.version)).map((row) => toReleaseDto(row, known));
}

/** All releases by id. */
export async function loadReleaseIndex(db: Database): Promise<Map<number, ReleaseDto>> {
  const rows = await listRows(db);
  const known = rows.map((row) => row.version);
  return new Map(rows.map((row) => [row.id, toReleaseDto(row, known)]));
}

export async function listReleases(args: {
  ctx: ServiceContext;
  cursor: string | null;
  limit: number;
}): Promise<Page<ReleaseDto>> {
  requirePermission(args.ctx, "read");
  const { ctx, cursor, limit } = args;
  return pageAfter(await loadReleases(ctx.db), { cursor: cursor ?? undefined, limit }, (release) => release.version);
}

/** @throws NOT_FOUND */
export async function getRelease({ ctx, version }: { ctx: ServiceContext; version: string }): Promise<ReleaseDto> {
  requirePermission(ctx, "read");
  const release = (await loadReleases(ctx.db)).find((candidate) => candidate.version === version);
  if (release) return release;
  throw notFound(
    `Release ${version} is not known here. It is created by the first evidence for it, or by PUT /api/v1/releases/${version}.`,
  );
}

/**
 * The release a question is about: the one named, else the newest tracked pre-release, else the newest tracked one.
 * Null when none is named and none is known.
 * @throws NOT_FOUND when one is named that is not known
 */
export async function resolveCandidate(
  db: Database,
  version: string | null,
): Promise<{ id: number; dto: ReleaseDto } | null> {
  const releases = await loadReleases(db);
  const chosen =
    version === null
      ? (releases.find((release) => release.tracked && release.channel !== "stable") ??
        releases.find((release) => release.tracked))
      : releases.find((release) => release.version === version);
  if (chosen === undefined && version === null) return null;
  if (chosen === undefined) throw notFound(`Release ${version} is not known here: no evidence was sent for it.`);
  const row = await findRelease(db, chosen.version);
  if (row === null) throw new AppError("CONFLICT", "The release was removed meanwhile.");
  return { id: row.id, dto: chosen };
}
