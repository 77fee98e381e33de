import { type BlockRow, findFirstHour, listBlocks, listBlocksOfSegment } from "@/lib/db/signal-facts";
import { queryableOf } from "@/lib/db/transaction";
import { signalById } from "@/lib/domain/signals/catalogue/catalogue";
import type { SignalSeriesDto } from "@/lib/domain/signals/dto";
import { signalDto } from "@/lib/domain/signals/dto-of-signal";
import { hoursBetween } from "@/lib/domain/signals/series-band";
import { bandOf, pointOf } from "@/lib/domain/signals/series-point";
import type { Segment } from "@/lib/domain/signals/signal-block";
import { DAY_MS } from "@/lib/domain/signals/signal-rules";
import { requireCluster } from "../clusters/require-cluster";
import { requirePermission, type ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { findComparedReleases } from "./compared-releases";

export interface SignalSeriesInput {
  cluster: string;
  release?: string | undefined;
  signal: string;
  /** Both or none: a segment of the signal. */
  label?: string | undefined;
  value?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const DEFAULT_DAYS = 14;
const MOST_DAYS = 120;

/** What is usual is told from the four weeks before the span, or before the candidate where that began earlier. */
const USUAL_DAYS = 28;
const KEPT_DAYS = 400;

/**
 * One signal of a cluster over time, with the candidate and with the baseline, and what is usual at each hour of the day.
 * @throws NOT_FOUND unknown cluster, release or signal; INVALID a span that cannot be
 */
export async function getSignalSeries({
  ctx,
  input,
}: {
  ctx: ServiceContext;
  input: SignalSeriesInput;
}): Promise<SignalSeriesDto> {
  requirePermission(ctx, "read");
  const span = spanOf(input, ctx.now());
  const segment = segmentOf(input);
  const signal = signalById(input.signal);
  if (signal === undefined) throw notFound(`There is no signal "${input.signal}" in the catalogue.`);
  const cluster = await requireCluster(ctx.db, input.cluster);
  const { candidate, baseline, baselineVersion } = await findComparedReleases(ctx.db, input.release ?? null);
  const sql = queryableOf(ctx.db);
  const kept = new Date(ctx.now().getTime() - KEPT_DAYS * DAY_MS);
  const since = await findFirstHour(sql, { clusterId: cluster.id, releaseId: candidate.id, since: kept });
  const usualFrom = new Date(Math.min(span.from.getTime(), (since ?? span.from).getTime()) - USUAL_DAYS * DAY_MS);
  const load = (releaseId: number, from: Date) => {
    const of = { clusterId: cluster.id, releaseIds: [releaseId], from, to: span.to };
    return segment
      ? listBlocksOfSegment(sql, { ...of, signal: signal.id, ...segment })
      : listBlocks(sql, { ...of, clusterIds: [cluster.id], signals: [signal.id] });
  };
  const [ofCandidate, ofBaseline] = await Promise.all([
    load(candidate.id, span.from),
    baseline === null ? [] : load(baseline.id, usualFrom),
  ]);
  const inSpan = (block: BlockRow) => block.hour >= span.from;
  return {
    cluster: cluster.name,
    release: candidate.version,
    baselineRelease: baselineVersion,
    signal: signalDto(signal),
    segment,
    from: span.from.toISOString(),
    to: span.to.toISOString(),
    candidate: ofCandidate.map((block) => pointOf(block, signal)),
    baseline: ofBaseline.filter(inSpan).map((block) => pointOf(block, signal)),
    band: bandOf(hoursBetween(span.from, span.to), ofBaseline, signal),
    candidateSince: since?.toISOString() ?? null,
  };
}

function spanOf(input: SignalSeriesInput, now: Date): { from: Date; to: Date } {
  const to = input.to === undefined ? now : new Date(input.to);
  const from = input.from === undefined ? new Date(to.getTime() - DEFAULT_DAYS * DAY_MS) : new Date(input.from);
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days > 0 && days <= MOST_DAYS) return { from, to };
  const detail = days > 0 ? `must be at most ${MOST_DAYS} days before the end` : "must be before the end";
  throw new AppError("INVALID", `from ${detail}.`, { errors: [{ pointer: "/from", detail }] });
}

function segmentOf({ label, value }: SignalSeriesInput): Segment | null {
  if (label !== undefined && value !== undefined) return { label, value };
  if (label === undefined && value === undefined) return null;
  const missing = label === undefined ? "label" : "value";
  throw new AppError("INVALID", "A segment is named by label and value.", {
    errors: [{ pointer: `/${missing}`, detail: "is missing" }],
  });
}
