import { type Cluster, findClusterById, touchObserved } from "@/lib/db/clusters";
import {
  advanceSource,
  findMetricSource,
  listMeasuredSignals,
  noteSourceFailure,
  withSourceLock,
} from "@/lib/db/metric-sources";
import { markCells } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import { replaceBlocks } from "@/lib/db/signal-blocks";
import { queryableOf, type Tx } from "@/lib/db/transaction";
import { type Backend, type PrometheusSource, selectorOf } from "@/lib/domain/clusters/prometheus-source";
import { BACKFILL_MS, planPull, restAfter } from "@/lib/domain/signals/pull-plan";
import { HOUR_MS } from "@/lib/domain/signals/signal-rules";
import type { BuildInfo } from "@/lib/prometheus/client";
import { PrometheusError } from "@/lib/prometheus/prometheus-error";
import { type ServiceContext, withTransaction } from "../context";
import { openSource } from "./pull-client";
import { type PulledHours, pullHours } from "./pull-hours";

/** How a run ended: `busy`, another worker is at it; `resting`, the circuit is open; `failed`, the server did not answer. */
export interface PullReport {
  outcome: "pulled" | "up-to-date" | "busy" | "resting" | "failed" | "not-set-up";
  hours: number;
  blocks: number;
}

const NOTHING = { hours: 0, blocks: 0 };

/**
 * Pulls the finished hours of one cluster from its Prometheus, oldest first, a few at a time. Blocks and cursor are one
 * transaction: whoever is killed has pulled all of an hour or none of it. A job; a failure is noted, not thrown.
 */
export async function pullSource(
  ctx: ServiceContext,
  of: { clusterId: number; allowLoopback?: boolean },
): Promise<PullReport> {
  const report = await withSourceLock(ctx.db, of.clusterId, () => pullLocked(ctx, of));
  return report ?? { outcome: "busy", ...NOTHING };
}

async function pullLocked(
  ctx: ServiceContext,
  { clusterId, allowLoopback }: { clusterId: number; allowLoopback?: boolean },
): Promise<PullReport> {
  const now = ctx.now();
  const cluster = await findClusterById(queryableOf(ctx.db), clusterId);
  if (cluster === null || cluster.retiredAt !== null || cluster.prometheus === null) {
    return { outcome: "not-set-up", ...NOTHING };
  }
  const stored = await findMetricSource(ctx.db, clusterId);
  if (stored?.openUntil && stored.openUntil > now) return { outcome: "resting", ...NOTHING };
  const { hours, givenUp } = planPull(stored?.nextHour ?? null, now);
  if (hours.length === 0) return { outcome: "up-to-date", ...NOTHING };
  try {
    const { source, client } = await openSource(cluster, allowLoopback);
    // Also the probe of a server that failed before: one small call, and not a hundred.
    const build = await client.buildInfo();
    const pulled = await pullHours(client, {
      hours,
      scope: { selector: selectorOf(source, cluster.name), nodeLabel: source.nodeLabel ?? "node" },
      installedRelease: cluster.installedRelease,
      measured: await listMeasuredSignals(ctx.db, clusterId, new Date(now.getTime() - BACKFILL_MS)),
    });
    const blocks = await keep(ctx, { cluster, source, build, hours, givenUp, pulled });
    return { outcome: "pulled", hours: hours.length, blocks };
  } catch (error) {
    if (!(error instanceof PrometheusError)) throw error;
    await noteSourceFailure(ctx.db, clusterId, { error: error.message, now, restMs: restAfter });
    return { outcome: "failed", ...NOTHING };
  }
}

interface ToKeep {
  cluster: Cluster;
  source: PrometheusSource;
  build: BuildInfo;
  hours: readonly Date[];
  givenUp: number;
  pulled: PulledHours;
}

async function keep(ctx: ServiceContext, of: ToKeep): Promise<number> {
  const { cluster, hours, pulled, givenUp } = of;
  const [from, last] = [hours.at(0), hours.at(-1)];
  if (from === undefined || last === undefined) return 0;
  const nextHour = new Date(last.getTime() + HOUR_MS);
  const lostHours = givenUp > 0 ? [`${givenUp} hours before ${from.toISOString()} were not made up for.`] : [];
  return withTransaction(ctx, async (tx, pad) => {
    const written = await keepBlocks(tx, of, ctx.now());
    await advanceSource(tx, cluster.id, {
      nextHour,
      now: ctx.now(),
      warnings: [...lostHours, ...pulled.warnings],
      backend: backendOf(of),
      version: of.build.version,
    });
    pad.recordAudit({
      action: "signals.pulled",
      subjectKind: "cluster",
      subjectId: cluster.name,
      data: {
        from: from.toISOString(),
        until: nextHour.toISOString(),
        releases: pulled.releases.map(({ version }) => version),
        blocks: written,
      },
    });
    if (written > 0) pad.publish({ kind: "ingest", payload: { cluster: cluster.name, kind: "signals" } });
    return written;
  });
}

async function keepBlocks(tx: Tx, { cluster, hours, pulled }: ToKeep, writtenAt: Date): Promise<number> {
  let written = 0;
  const marks: { clusterId: number; releaseId: number }[] = [];
  for (const { version, blocks } of pulled.releases) {
    if (blocks.length === 0) continue;
    const { id: releaseId } = await ensureRelease(tx, version);
    const origin = { clusterId: cluster.id, releaseId, way: "pull", uploadId: null, writtenAt } as const;
    const count = await replaceBlocks(tx, origin, blocks);
    if (count > 0) marks.push({ clusterId: cluster.id, releaseId });
    written += count;
  }
  await markCells(tx, marks, "signal");
  const last = hours.at(-1);
  if (written > 0 && last !== undefined) await touchObserved(tx, [cluster.id], new Date(last.getTime() + HOUR_MS));
  return written;
}

/** Mimir says its name; of the others only the operator knows. */
function backendOf({ source, build }: ToKeep): Backend | null {
  if (source.backend !== undefined) return source.backend;
  return /mimir/i.test(build.application ?? "") ? "mimir" : null;
}
