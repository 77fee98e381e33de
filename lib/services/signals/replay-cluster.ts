import { markCells } from "@/lib/db/outbox";
import { listStableBlocks, putSignalReplay, type StableBlockRow, type StableWeeksRow } from "@/lib/db/signal-replays";
import { queryableOf } from "@/lib/db/transaction";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import { type ReplayResult, replayStableWeeks } from "@/lib/domain/signals/replay";
import type { ReplayDetail } from "@/lib/domain/signals/replay-job";
import type { SegmentPair, SignalBlock, SignalCellFacts } from "@/lib/domain/signals/signal-block";
import { SIGNAL_RULES_VERSION } from "@/lib/domain/signals/signal-rules";
import { requirePermission, type ServiceContext, withTransaction } from "../context";

const TESTED = SIGNALS.filter(({ method }) => method === "rate" || method === "gauge");
const BY_ID = new Map(TESTED.map((signal) => [signal.id, signal]));

export interface ReplayQuestion {
  stable: StableWeeksRow;
  /** The version of the stable release. */
  baseline: string;
  since: Date;
}

/**
 * Replays the signal rules on a cluster's own stable weeks and keeps the result. Where signals begin or cease to block
 * by it, the cluster is judged again.
 */
export async function replayCluster(ctx: ServiceContext, question: ReplayQuestion): Promise<ReplayResult> {
  requirePermission(ctx, "operate");
  const { stable, baseline, since } = question;
  const now = ctx.now();
  const range = { clusterId: stable.clusterId, releaseId: stable.releaseId, since, until: now };
  const rows = await listStableBlocks(queryableOf(ctx.db), { ...range, signals: [...BY_ID.keys()] });
  const result = replayStableWeeks(factsOf(rows, question), BY_ID, now);
  await withTransaction(ctx, async (tx, pad) => {
    const { weeks, tests, falseAlarms, passed } = result;
    const counts = { weeks, tests, falseAlarms, passed };
    const { passedBefore } = await putSignalReplay(tx, {
      ...{ clusterId: stable.clusterId, baseline, ruleVersion: SIGNAL_RULES_VERSION, replayedAt: now },
      ...counts,
      detail: detailOf(result, stable),
    });
    pad.recordAudit({
      action: "signals.replayed",
      subjectKind: "cluster",
      subjectId: stable.cluster,
      data: { baseline, ruleVersion: SIGNAL_RULES_VERSION, state: result.state, ...counts },
    });
    // A mark of the baseline means every candidate that is compared with it.
    if ((passedBefore ?? false) !== passed) {
      await markCells(tx, [{ clusterId: stable.clusterId, releaseId: stable.releaseId }], "signal");
    }
  });
  return result;
}

function detailOf({ state, weeksNeeded, summary, alarms }: ReplayResult, { weeks }: StableWeeksRow): ReplayDetail {
  return {
    ...{ state, weeksNeeded, summary },
    stableWeeks: weeks.map((week) => week.toISOString()),
    alarms: alarms.map((alarm) => ({ ...alarm, week: alarm.week.toISOString() })),
  };
}

/** The stable hours as cells of which only the baseline is known. */
function factsOf(rows: readonly StableBlockRow[], { stable, baseline }: ReplayQuestion): SignalCellFacts[] {
  const bySignal = new Map<string, { total: SignalBlock[]; nodes: Map<string, SignalBlock[]> }>();
  for (const { signal, node, ...block } of rows) {
    const own = bySignal.get(signal) ?? { total: [], nodes: new Map() };
    bySignal.set(signal, own);
    const blocks = node === null ? own.total : (own.nodes.get(node) ?? []);
    if (node !== null) own.nodes.set(node, blocks);
    blocks.push(block);
  }
  return [...bySignal].map(([signalId, { total, nodes }]) => ({
    ...{ cluster: stable.cluster, signalId, release: baseline, baselineRelease: baseline },
    total: { candidate: [], baseline: total },
    segments: [...nodes].map(
      ([value, blocks]): SegmentPair => ({ segment: { label: "node", value }, candidate: [], baseline: blocks }),
    ),
    ...{ controls: [], expectsCandidate: false, acceptedNovelties: [] },
  }));
}
