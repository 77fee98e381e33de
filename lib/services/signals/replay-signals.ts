import { listReplays, listStableWeeks, type ReplayRow, type StableWeeksRow } from "@/lib/db/signal-replays";
import { queryableOf } from "@/lib/db/transaction";
import { compareVersions } from "@/lib/domain/releases/version";
import { mondayOf } from "@/lib/domain/signals/replay";
import { ReplayDetailSchema } from "@/lib/domain/signals/replay-job";
import { DAY_MS, SIGNAL_RULES, SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";
import type { ServiceContext } from "../context";
import { loadReleaseIndex } from "../releases/list-releases";
import { replayCluster } from "./replay-cluster";

/** Whole weeks that are looked back: more prove little more, and the traffic of a quarter ago was another. */
const WEEKS_BACK = 8;
const LEAST_HOURS = Math.ceil(7 * 24 * SIGNAL_RULES.leastCoverage);

/**
 * Replays the rules on every cluster where a stable week was completed since the last replay, where the stable release
 * is another one, or where the rules changed.
 */
export async function replaySignals(ctx: ServiceContext): Promise<{ clusters: number; replayed: number }> {
  const sql = queryableOf(ctx.db);
  const releases = await loadReleaseIndex(ctx.db);
  const versions = new Set(
    [...releases.values()].flatMap(({ tracked, baseline }) => (tracked ? (baseline ?? []) : [])),
  );
  const baselines = new Map(
    [...releases].flatMap(([id, { version }]) => (versions.has(version) ? [[id, version]] : [])),
  );
  if (baselines.size === 0) return { clusters: 0, replayed: 0 };
  const monday = new Date(mondayOf(ctx.now()));
  const since = new Date(monday.getTime() - WEEKS_BACK * 7 * DAY_MS);
  const weeks = await listStableWeeks(sql, {
    ...{ releaseIds: [...baselines.keys()], since, until: monday, leastHours: LEAST_HOURS },
  });
  const last = new Map((await listReplays(sql)).map((row) => [row.clusterId, row]));
  const chosen = longestOf(weeks, baselines);
  const due = chosen.filter(({ stable, baseline }) => isDue(stable, baseline, last.get(stable.clusterId)));
  for (const { stable, baseline } of due) await replayCluster(ctx, { stable, baseline, since });
  return { clusters: chosen.length, replayed: due.length };
}

interface Chosen {
  stable: StableWeeksRow;
  baseline: string;
}

/** Of several stable releases that candidates are compared with, the one a cluster was longest on; else the newest. */
function longestOf(rows: readonly StableWeeksRow[], baselines: ReadonlyMap<number, string>): Chosen[] {
  const byCluster = new Map<number, Chosen>();
  for (const stable of rows) {
    const baseline = baselines.get(stable.releaseId);
    if (baseline === undefined) continue;
    const known = byCluster.get(stable.clusterId);
    const more = known === undefined ? 1 : stable.weeks.length - known.stable.weeks.length;
    if (known === undefined || more > 0 || (more === 0 && compareVersions(baseline, known.baseline) > 0)) {
      byCluster.set(stable.clusterId, { stable, baseline });
    }
  }
  return [...byCluster.values()];
}

function isDue({ weeks }: StableWeeksRow, baseline: string, last: ReplayRow | undefined): boolean {
  if (last === undefined || last.baseline !== baseline || last.ruleVersion !== SIGNAL_RULES_VERSION) return true;
  const detail = ReplayDetailSchema.safeParse(last.detail);
  return !detail.success || detail.data.stableWeeks.join() !== weeks.map((week) => week.toISOString()).join();
}
