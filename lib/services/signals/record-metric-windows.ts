import { touchObserved } from "@/lib/db/clusters";
import { markCells } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import { replaceBlocks } from "@/lib/db/signal-blocks";
import type { Tx } from "@/lib/db/transaction";
import { parseJsonDocument } from "@/lib/formats/json/parse-json";
import { MAX_DOCUMENT_BYTES } from "@/lib/formats/limits";
import { requireCluster } from "../clusters/require-cluster";
import type { JournalPad, ServiceContext } from "../context";
import { AppError } from "../errors";
import { type DocumentInHand, type IngestAnswer, ingestDocument, type Written } from "../uploads/ingest-document";
import type { IngestBody } from "../uploads/receive-document";
import { type ReadWindows, readMetricWindows } from "./read-metric-windows";

/**
 * Records finished hours of signals that a cluster's own side measured. Good windows are kept, bad ones are named; a known
 * hour is replaced by one that was observed at least as well.
 * @throws INVALID when no window is good; NOT_FOUND unknown cluster; TOO_LARGE; CONFLICT
 */
export async function recordMetricWindows(args: {
  ctx: ServiceContext;
  body: IngestBody;
  idempotencyKey: string | null;
}): Promise<IngestAnswer> {
  const { ctx, body, idempotencyKey } = args;
  const call = {
    kind: "metric-windows" as const,
    cluster: null,
    release: null,
    gate: null,
    idempotencyKey,
    identity: {},
    maxBytes: MAX_DOCUMENT_BYTES,
    replayAnswer: replayed,
  };
  return ingestDocument(ctx, call, body, (tx, pad, hand) => writeWindows(ctx, { tx, pad, hand }));
}

/** Of a replay nothing is new: what was accepted then is a duplicate now. */
function replayed(response: Record<string, unknown>): Record<string, unknown> {
  return { ...response, accepted: 0, duplicates: Number(response.accepted) + Number(response.duplicates) };
}

async function writeWindows(
  ctx: ServiceContext,
  { tx, pad, hand }: { tx: Tx; pad: JournalPad; hand: DocumentInHand },
): Promise<Written> {
  const value = await parseJsonDocument(hand.document.open(), { maxBytes: MAX_DOCUMENT_BYTES });
  const read = readMetricWindows(value, ctx.now());
  const cluster = await requireCluster(ctx.db, read.cluster);
  refuseIfNothingIsGood(read);
  const release = await ensureRelease(tx, read.release);
  const writtenAt = ctx.now();
  const pair = { clusterId: cluster.id, releaseId: release.id };
  const accepted = await replaceBlocks(tx, { ...pair, way: "push", uploadId: hand.uploadId, writtenAt }, read.blocks);
  const duplicates = read.repeated + read.blocks.length - accepted;
  await touchObserved(tx, [cluster.id], writtenAt);
  if (accepted > 0) await markCells(tx, [pair], "signal");
  const { rejected } = read;
  pad.recordAudit({
    action: "metric-windows.recorded",
    subjectKind: "metric-windows",
    subjectId: hand.uploadId,
    data: {
      cluster: cluster.name,
      release: read.release,
      accepted,
      duplicates,
      rejected: rejected.length,
      sha256: hand.document.sha256,
    },
  });
  return {
    ...pair,
    clusterName: cluster.name,
    accepted,
    duplicates,
    rejected,
    answer: { accepted, duplicates, rejected },
  };
}

function refuseIfNothingIsGood({ blocks, rejected }: ReadWindows): void {
  const [first] = rejected;
  if (blocks.length > 0 || first === undefined) return;
  const detail = rejected.length === 1 ? first.detail : `None of the windows can be kept; ${rejected.length} errors.`;
  throw new AppError("INVALID", detail, { errors: rejected, extra: { accepted: 0, duplicates: 0, rejected } });
}
