import { createHash } from "node:crypto";
import { z } from "zod";
import { storeArtifact } from "@/lib/db/artifacts";
import type { Tx } from "@/lib/db/transaction";
import { countReplay, findUploadByKey, finishUpload, insertUpload } from "@/lib/db/uploads";
import { canonicalJson } from "@/lib/domain/audit/canonical-json";
import type { ErrorItem } from "@/lib/domain/uploads/upload";
import { FormatError } from "@/lib/formats/format-error";
import { type JournalPad, requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { type IngestBody, type ReceivedDocument, receiveDocument } from "./receive-document";
import { recordRefusal } from "./record-refusal";
import { type IngestCall, uploadOf } from "./upload-record";

/** What writing the document came to. */
export interface Written {
  clusterId: number | null;
  /** Where only the document says which cluster it is of. */
  clusterName?: string | null;
  releaseId: number | null;
  accepted: number;
  duplicates: number;
  rejected: readonly ErrorItem[];
  answer: Record<string, unknown>;
}

export interface IngestAnswer {
  status: 200 | 201 | 207;
  body: Record<string, unknown>;
}

export interface DocumentInHand {
  uploadId: string;
  artifactId: string;
  document: ReceivedDocument;
}

type Write = (tx: Tx, pad: JournalPad, hand: DocumentInHand) => Promise<Written>;

/** A replay was found only when its key was to be written: another call was faster. */
class Replayed extends Error {}

/**
 * The one way in for a raw document: receives it, keeps it, writes what `write` makes of it, all in one
 * transaction and at most once for an Idempotency-Key (or, without one, for the same content and identity).
 * A refusal is written down too, for the uploads page, and rethrown.
 */
export async function ingestDocument(
  ctx: ServiceContext,
  call: IngestCall,
  body: IngestBody,
  write: Write,
): Promise<IngestAnswer> {
  requirePermission(ctx, "ingest");
  let document: ReceivedDocument | null = null;
  try {
    document = await receiveDocument(body, call.maxBytes);
    return await writeOnce(ctx, call, document, write);
  } catch (error) {
    const refusal = asAppError(error);
    await recordRefusal(ctx, call, refusal, document ?? { contentType: body.contentType });
    throw refusal;
  } finally {
    await document?.dispose();
  }
}

async function writeOnce(
  ctx: ServiceContext,
  call: IngestCall,
  document: ReceivedDocument,
  write: Write,
): Promise<IngestAnswer> {
  const requestDigest = digestOf({ ...call.identity, kind: call.kind, sha256: document.sha256 });
  const dedupeKey =
    call.idempotencyKey === null
      ? `content:${requestDigest}`
      : `key:${ctx.actor.kind}:${ctx.actor.id}:${digestOf({ key: call.idempotencyKey })}`;
  const earlier = await replay(ctx, call, dedupeKey, requestDigest);
  if (earlier) return earlier;
  try {
    return await writeNew(ctx, call, document, { dedupeKey, requestDigest }, write);
  } catch (error) {
    if (!(error instanceof Replayed)) throw error;
    const answer = await replay(ctx, call, dedupeKey, requestDigest);
    if (answer) return answer;
    throw new AppError("CONFLICT", "The same call was in progress and did not succeed. Send it again.");
  }
}

async function writeNew(
  ctx: ServiceContext,
  call: IngestCall,
  document: ReceivedDocument,
  keys: { dedupeKey: string; requestDigest: string },
  write: Write,
): Promise<IngestAnswer> {
  return withTransaction(ctx, async (tx, pad) => {
    const uploadId = ctx.newId();
    const artifactId = await storeArtifact(tx, ctx.newId(), document);
    const upload = { ...uploadOf(ctx, call), id: uploadId, ...keys, artifactId, sizeBytes: document.sizeBytes };
    if (!(await insertUpload(tx, { ...upload, contentType: document.contentType }))) throw new Replayed();
    const written = await write(tx, pad, { uploadId, artifactId, document });
    const answer = { id: uploadId, duplicate: false, ...written.answer };
    await finishUpload(tx, uploadId, {
      state: written.rejected.length > 0 ? "partial" : "accepted",
      clusterId: written.clusterId,
      clusterName: written.clusterName ?? call.cluster,
      releaseId: written.releaseId,
      artifactId,
      acceptedCount: written.accepted,
      duplicateCount: written.duplicates,
      rejectedCount: written.rejected.length,
      problem:
        written.rejected.length > 0
          ? { detail: "Some items were refused.", errors: written.rejected.slice(0, KEPT_ERRORS) }
          : null,
      response: answer,
    });
    pad.publish({ kind: "ingest", payload: { kind: call.kind, cluster: call.cluster, uploadId } });
    return { status: statusOf(written), body: answer };
  });
}

const Answer = z.record(z.string(), z.unknown());

/** Enough to see the pattern; the answer to the caller has them all. */
const KEPT_ERRORS = 200;

function statusOf(written: Written): 200 | 201 | 207 {
  if (written.rejected.length > 0) return 207;
  return written.accepted === 0 && written.duplicates > 0 ? 200 : 201;
}

async function replay(
  ctx: ServiceContext,
  call: IngestCall,
  dedupeKey: string,
  requestDigest: string,
): Promise<IngestAnswer | null> {
  const earlier = await findUploadByKey(ctx.db, dedupeKey);
  if (earlier === null) return null;
  if (earlier.requestDigest !== requestDigest) {
    throw new AppError("CONFLICT", "This Idempotency-Key was used before with other content or parameters.");
  }
  await countReplay(ctx.db, earlier.id);
  const response = Answer.parse(earlier.response ?? {});
  return { status: 200, body: { ...(call.replayAnswer?.(response) ?? response), duplicate: true } };
}

function digestOf(value: Record<string, unknown>): string {
  return createHash("sha256").update(canonicalJson(value)).digest("hex");
}

function asAppError(error: unknown): unknown {
  if (!(error instanceof FormatError)) return error;
  const { code, detail, line, pointer } = error.problem;
  const item: ErrorItem = { detail, ...(line !== undefined && { line }), ...(pointer !== undefined && { pointer }) };
  return new AppError(code, detail, line === undefined && pointer === undefined ? {} : { errors: [item] });
}
