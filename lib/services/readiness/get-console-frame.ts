import { countClusters } from "@/lib/db/clusters";
import { countCurrent } from "@/lib/db/readiness";
import { countRegressions } from "@/lib/db/regressions";
import { queryableOf } from "@/lib/db/transaction";
import type { Verdict } from "@/lib/domain/readiness/verdict";
import type { RegressionState } from "@/lib/domain/regressions/regression";
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
  /** Clusters by their verdict for that candidate; one that was never judged is unproven. */
  verdicts: Record<Verdict, number>;
  /** Regressions with that candidate by their state. */
  regressions: Record<RegressionState, number>;
}

const NONE = { confirmedAt: null, counts: { ready: 0, review: 0, unproven: 0, blocked: 0 } };
const NO_REGRESSIONS = { open: 0, acknowledged: 0, resolved: 0, dismissed: 0 };

export async function getConsoleFrame({ ctx }: { ctx: ServiceContext }): Promise<ConsoleFrame> {
  requirePermission(ctx, "read");
  const [releases, candidate, clusters] = await Promise.all([
    loadReleases(ctx.db),
    resolveCandidate(ctx.db, null),
    countClusters(ctx.db),
  ]);
  const { confirmedAt, counts } = candidate === null ? NONE : await countCurrent(ctx.db, candidate.id);
  const regressions =
    candidate === null ? NO_REGRESSIONS : await countRegressions(queryableOf(ctx.db), { releaseId: candidate.id });
  const judged = counts.ready + counts.review + counts.unproven + counts.blocked;
  return {
    releases: releases
      .filter((release) => release.tracked)
      .map(({ version, channel, baseline }) => ({ version, channel, baseline })),
    candidate: candidate?.dto.version ?? null,
    judgedAt: confirmedAt?.toISOString() ?? null,
    clusters,
    verdicts: { ...counts, unproven: counts.unproven + Math.max(0, clusters - judged) },
    regressions,
  };
}
