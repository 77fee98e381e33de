import { listGateActivity as listRows } from "@/lib/db/gate-run-reads";
import type { GateActivityDto } from "@/lib/domain/gates/gate-activity";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { resolveCandidate } from "../releases/list-releases";

/**
 * What was run of each gate with a release; a gate without a run has no item.
 * @throws NOT_FOUND when the release, or any release at all, is not known
 */
export async function listGateActivity(args: {
  ctx: ServiceContext;
  release: string | null;
}): Promise<{ release: string; items: GateActivityDto[] }> {
  const { ctx } = args;
  requirePermission(ctx, "read");
  const release = await resolveCandidate(ctx.db, args.release);
  if (release === null) throw notFound("No release is known yet. The first evidence for one creates it.");
  const rows = await listRows(ctx.db, release.id);
  const items = rows.map(({ gateId, passed, failed, error, inconclusive, ...row }) => ({
    gate: gateId,
    runs: row.runs,
    outcomes: { passed, failed, error, inconclusive },
    flaky: row.flaky,
    clusters: row.clusters,
    last: { id: row.lastId, at: row.lastRanAt.toISOString(), outcome: row.lastOutcome, cluster: row.lastCluster },
  }));
  return { release: release.dto.version, items };
}
