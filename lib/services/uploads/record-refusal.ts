import { insertUpload } from "@/lib/db/uploads";
import { type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { type IngestCall, uploadOf } from "./upload-record";

/**
 * Writes down that a call was refused and why, so that a person can find it on the uploads page.
 * Nothing of the document is kept. Only refusals the caller can mend are written; a failure of our own is logged.
 */
export async function recordRefusal(
  ctx: ServiceContext,
  call: IngestCall,
  error: unknown,
  document: { contentType: string; sizeBytes?: number },
): Promise<void> {
  if (!(error instanceof AppError) || error.code === "UNAUTHENTICATED") return;
  const upload = uploadOf(ctx, call);
  await withTransaction(ctx, async (tx, pad) => {
    await insertUpload(tx, {
      ...upload,
      state: "refused",
      contentType: document.contentType,
      sizeBytes: document.sizeBytes ?? null,
      rejectedCount: error.more.errors?.length ?? 1,
      problem: { detail: error.message, errors: (error.more.errors ?? []).slice(0, 200) },
    });
    pad.publish({ kind: "ingest", payload: { kind: call.kind, cluster: call.cluster, uploadId: upload.id } });
  });
}
