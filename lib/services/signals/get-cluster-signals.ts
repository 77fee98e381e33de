import { listCells } from "@/lib/db/cells";
import { type BlockRow, findFirstHour, listAliveRegressions, listBlocks } from "@/lib/db/signal-facts";
import { queryableOf } from "@/lib/db/transaction";
import { CELL_STATES } from "@/lib/domain/regressions/cell-state";
import type { JudgedCell } from "@/lib/domain/regressions/judged-cell";
import { SIGNALS } from "@/lib/domain/signals/catalogue/catalogue";
import type { ClusterSignalDto, ClusterSignalsDto } from "@/lib/domain/signals/dto";
import { signalDto } from "@/lib/domain/signals/dto-of-signal";
import { bandOf, pointOf } from "@/lib/domain/signals/series-point";
import type { Signal } from "@/lib/domain/signals/signal";
import { DAY_MS, HOUR_MS } from "@/lib/domain/signals/signal-rules";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { readCell } from "../regressions/stored-cell";
import { type ComparedReleases, findComparedReleases } from "./compared-releases";
import { findMetricsWay } from "./metrics-source";

const SHOWN_HOURS = 48;
/** What is usual in a small chart is told from two weeks. */
const USUAL_DAYS = 14;
const KEPT_DAYS = 400;

/**
 * The signals of a cluster that anything is known of, with what the rules say of each, worst first.
 * @throws NOT_FOUND unknown cluster or release
 */
export async function getClusterSignals(args: {
  ctx: ServiceContext;
  name: string;
  release: string | null;
}): Promise<ClusterSignalsDto> {
  const { ctx, name } = args;
  requirePermission(ctx, "read");
  const cluster = await requireCluster(ctx.db, name);
  const releases = await findComparedReleases(ctx.db, args.release);
  const sql = queryableOf(ctx.db);
  const [clusterId, releaseId] = [cluster.id, releases.candidate.id];
  const since = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  const [cells, alive, first, source, blocks] = await Promise.all([
    listCells(sql, { releaseId, clusterIds: [clusterId], kind: "signal" }),
    listAliveRegressions(sql, { clusterId, releaseId }),
    findFirstHour(sql, { clusterId, releaseId, since }),
    findMetricsWay(ctx, cluster),
    listRecentBlocks(ctx, clusterId, releases),
  ]);
  const judged = new Map(cells.map((row) => [row.subject, readCell(row, cluster.name)]));
  const bySignal = Map.groupBy(blocks, (block) => block.signal);
  const items = SIGNALS.flatMap((signal) => {
    const [cell, ofSignal] = [judged.get(signal.id), bySignal.get(signal.id)];
    if (cell === undefined && ofSignal === undefined) return [];
    return [
      { ...itemOf(signal, { cell, blocks: ofSignal ?? [], releases }), regressionId: alive.get(signal.id) ?? null },
    ];
  });
  return {
    cluster: cluster.name,
    release: releases.candidate.version,
    baselineRelease: releases.baselineVersion,
    candidateSince: first?.toISOString() ?? null,
    source,
    items: items.sort((a, b) => CELL_STATES.indexOf(a.state) - CELL_STATES.indexOf(b.state)),
  };
}

/** Of both releases, as far back as the usual is told from. */
async function listRecentBlocks(
  ctx: ServiceContext,
  clusterId: number,
  { candidate, baseline }: ComparedReleases,
): Promise<BlockRow[]> {
  const now = ctx.now();
  const releaseIds = baseline === null ? [candidate.id] : [candidate.id, baseline.id];
  const from = new Date(now.getTime() - (USUAL_DAYS + SHOWN_HOURS / 24) * DAY_MS);
  const to = new Date(now.getTime() + HOUR_MS);
  return listBlocks(queryableOf(ctx.db), { clusterIds: [clusterId], releaseIds, from, to });
}

interface ItemOf {
  cell: JudgedCell | undefined;
  blocks: readonly BlockRow[];
  releases: ComparedReleases;
}

function itemOf(signal: Signal, { cell, blocks, releases }: ItemOf): Omit<ClusterSignalDto, "regressionId"> {
  const own = blocks.filter((block) => block.releaseId === releases.candidate.id);
  const baseline = blocks.filter((block) => block.releaseId !== releases.candidate.id);
  const newest = own.at(-1)?.hour.getTime() ?? 0;
  const shown = own.filter((block) => block.hour.getTime() > newest - SHOWN_HOURS * HOUR_MS);
  return {
    signal: signalDto(signal),
    state: cell?.state ?? (own.length > 0 ? "INSUFFICIENT" : "NO_DATA"),
    summary: cell?.sentence ?? unjudged(own.length > 0, releases.candidate.version),
    card: cell?.card ?? null,
    candidateValue: cell?.candidateValue ?? null,
    baselineValue: cell?.baselineValue ?? null,
    candidate: shown.map((block) => pointOf(block, signal)),
    band: bandOf(
      shown.map((block) => block.hour),
      baseline,
      signal,
    ),
  };
}

function unjudged(isMeasured: boolean, release: string): string {
  return isMeasured ? "It was not compared yet." : `It was not measured with ${release} in the last two weeks.`;
}
