import { countClusters } from "@/lib/db/clusters";
import { newestConfirmation } from "@/lib/db/readiness";
import type { ReleaseDto } from "@/lib/domain/releases/release";
import { requirePermission, type ServiceContext } from "../context";
import { loadReleases, resolveCandidate } from "../releases/list-releases";

/** What surrounds every page of the console. */
export interface ConsoleFrame {
  /** Tracked releases, newest first. */
  releases: Pick<ReleaseDto, "version" | "channel" | "baseline">[];
  /** The candidate that a page shows when its address names none. */
  candidate: string | null;
  /** When a verdict for that candidate was last confirmed. RFC 3339. */
  judgedAt: string | null;
  clusters: number;
}

export async function getConsoleFrame({ ctx }: { ctx: ServiceContext }): Promise<ConsoleFrame> {
  requirePermission(ctx, "read");
  const [releases, candidate, clusters] = await Promise.all([
    loadReleases(ctx.db),
    resolveCandidate(ctx.db, null),
    countClusters(ctx.db),
  ]);
  const judgedAt = candidate === null ? null : await newestConfirmation(ctx.db, candidate.id);
  return {
    releases: releases
      .filter((release) => release.tracked)
      .map(({ version, channel, baseline }) => ({ version, channel, baseline })),
    candidate: candidate?.dto.version ?? null,
    judgedAt: judgedAt?.toISOString() ?? null,
    clusters,
  };
}
