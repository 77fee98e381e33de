import { type Cluster, listActiveClusters } from "@/lib/db/clusters";
import { listPast } from "@/lib/db/regression-history";
import { listReplays, type ReplayRow } from "@/lib/db/signal-replays";
import { queryableOf } from "@/lib/db/transaction";
import { calibrationRows, calibrationSentence } from "@/lib/domain/regressions/calibration";
import type { CalibrationDto } from "@/lib/domain/regressions/dto";
import { ReplayDetailSchema } from "@/lib/domain/signals/replay-job";
import { requirePermission, type ServiceContext } from "../context";

/** Two whole weeks to compare with and one to replay: docs/decisions/009-replay-before-blocking.md. */
const WEEKS_NEEDED = 3;

/** How the reds of the past ended, and where the replay of each cluster's stable weeks stands. */
export async function getCalibration({ ctx }: { ctx: ServiceContext }): Promise<CalibrationDto> {
  requirePermission(ctx, "read");
  const sql = queryableOf(ctx.db);
  const [past, replays, clusters] = await Promise.all([listPast(sql), listReplays(sql), listActiveClusters(ctx.db)]);
  const rows = calibrationRows(past);
  const byCluster = new Map(replays.map((replay) => [replay.clusterId, replay]));
  const first = Math.min(...past.map(({ firstSeenAt }) => firstSeenAt.getTime()));
  return {
    from: past.length === 0 ? null : new Date(first).toISOString(),
    rows: [...rows],
    replays: clusters.map((cluster) => replayOf(cluster, byCluster.get(cluster.id))),
    sentence: calibrationSentence(rows),
  };
}

function replayOf(cluster: Cluster, row: ReplayRow | undefined): CalibrationDto["replays"][number] {
  if (row === undefined) {
    const none = { weeks: 0, weeksNeeded: WEEKS_NEEDED, tests: 0, falseAlarms: 0, replayedAt: null };
    return { cluster: cluster.name, state: "waiting", ...none, summary: "No stable week was measured yet." };
  }
  const { weeks, tests, falseAlarms, replayedAt } = row;
  const { state, weeksNeeded, summary } = ReplayDetailSchema.parse(row.detail);
  const counts = { weeks, weeksNeeded, tests, falseAlarms, replayedAt: replayedAt.toISOString() };
  return { cluster: cluster.name, state, ...counts, summary };
}
