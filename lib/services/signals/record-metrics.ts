import { touchObserved } from "@/lib/db/clusters";
import { markCells } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import type { Tx } from "@/lib/db/transaction";
import type { ScrapeExtract } from "@/lib/domain/signals/extract-series";
import { refuseInstant } from "@/lib/domain/signals/hour-window";
import type { MetricsReceipt, RecordMetricsInput } from "@/lib/domain/signals/record-metrics";
import { MAX_DOCUMENT_BYTES } from "@/lib/formats/limits";
import { requireCluster } from "../clusters/require-cluster";
import { type JournalPad, requirePermission, type ServiceContext } from "../context";
import { AppError } from "../errors";
import { type DocumentInHand, type IngestAnswer, ingestDocument, type Written } from "../uploads/ingest-document";
import type { IngestBody } from "../uploads/receive-document";
import { recordRefusal } from "../uploads/record-refusal";
import { readExposition } from "./read-exposition";
import { type TargetOutcome, takeTargetScrape } from "./scrape-of-target";
import { writeScrapedHours } from "./write-scraped-hours";

/**
 * Records one scrape of a target, at most once: what happened since its last scrape is added to the hours between.
 * @throws NOT_FOUND unknown cluster; INVALID a line that is not in the format, or a time that cannot be; TOO_LARGE; CONFLICT
 */
export async function recordMetrics(args: {
  ctx: ServiceContext;
  input: RecordMetricsInput;
  body: IngestBody;
  idempotencyKey: string | null;
}): Promise<IngestAnswer> {
  const { ctx, input, body, idempotencyKey } = args;
  requirePermission(ctx, "ingest");
  const call = {
    kind: "metrics" as const,
    cluster: input.cluster,
    release: input.release,
    gate: null,
    idempotencyKey,
    identity: { ...input },
    maxBytes: MAX_DOCUMENT_BYTES,
  };
  const at = input.at === undefined ? ctx.now() : new Date(input.at);
  const cluster = await findCluster(ctx, input, at).catch(async (error: unknown) => {
    await recordRefusal(ctx, call, error, { contentType: body.contentType });
    throw error;
  });
  return ingestDocument(ctx, call, body, (tx, pad, hand) =>
    writeScrape(ctx, { tx, pad, hand }, { cluster, input, at, contentType: body.contentType }),
  );
}

async function findCluster(ctx: ServiceContext, input: RecordMetricsInput, at: Date) {
  const cluster = await requireCluster(ctx.db, input.cluster);
  const refused = refuseInstant(at, ctx.now());
  if (refused === null) return cluster;
  throw new AppError("INVALID", `at ${refused}.`, { errors: [{ pointer: "/at", detail: refused }] });
}

interface Scrape {
  cluster: { id: number; name: string };
  input: RecordMetricsInput;
  at: Date;
  contentType: string;
}

async function writeScrape(
  ctx: ServiceContext,
  { tx, pad, hand }: { tx: Tx; pad: JournalPad; hand: DocumentInHand },
  scrape: Scrape,
): Promise<Written> {
  const { cluster, input, at } = scrape;
  const extract = await readExposition(scrape.contentType, hand.document.open());
  const release = await ensureRelease(tx, input.release);
  const pair = { clusterId: cluster.id, releaseId: release.id };
  const { instance, release: version } = input;
  const outcomes = await takeTargets(tx, { ...pair, instance, version, at }, extract);
  const writtenAt = ctx.now();
  const origin = { ...pair, way: "scrape" as const, uploadId: hand.uploadId, writtenAt };
  const hours = await writeScrapedHours(
    tx,
    origin,
    outcomes.map((outcome) => outcome.changes),
  );
  await touchObserved(tx, [cluster.id], writtenAt);
  if (hours.length > 0) await markCells(tx, [pair], "signal");
  const answer = receiptOf(extract, outcomes, hours);
  pad.recordAudit({
    action: "metrics.recorded",
    subjectKind: "metrics",
    subjectId: hand.uploadId,
    data: {
      cluster: cluster.name,
      release: input.release,
      instance: input.instance,
      at: at.toISOString(),
      endpoint: answer.endpoint,
      series: answer.series,
      sha256: hand.document.sha256,
    },
  });
  return { ...pair, accepted: 1, duplicates: 0, rejected: [], answer };
}

async function takeTargets(
  tx: Tx,
  of: { clusterId: number; releaseId: number; version: string; instance: string; at: Date },
  extract: ScrapeExtract,
): Promise<TargetOutcome[]> {
  const outcomes: TargetOutcome[] = [];
  // In one order, so that two documents that hold several endpoints of a target do not wait for each other.
  const scrapes = [...extract.scrapes.values()].sort((a, b) => (a.endpoint < b.endpoint ? -1 : 1));
  for (const scrape of scrapes) {
    const { clusterId, instance, ...time } = of;
    const target = { clusterId, instance, endpoint: scrape.endpoint };
    outcomes.push(await takeTargetScrape(tx, { ...time, target, scrape, forms: extract.forms }));
  }
  return outcomes;
}

function receiptOf(
  extract: ScrapeExtract,
  outcomes: readonly TargetOutcome[],
  hours: readonly Date[],
): Omit<MetricsReceipt, "id" | "duplicate"> {
  const { seen, kept } = extract;
  const notes = [...new Set(outcomes.flatMap((outcome) => outcome.note ?? []))];
  if (outcomes.length === 0) notes.push("No metric of Cilium or Hubble is in it.");
  return {
    endpoint: extract.mainEndpoint(),
    series: { seen, kept, dropped: seen - kept },
    resets: outcomes.reduce((sum, outcome) => sum + outcome.resets, 0),
    hours: hours.map((hour) => hour.toISOString()),
    note: notes.length === 0 ? null : notes.join(" "),
  };
}
