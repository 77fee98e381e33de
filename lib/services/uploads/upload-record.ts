import type { UploadRecord } from "@/lib/db/uploads";
import type { UploadKind } from "@/lib/domain/uploads/upload";
import type { ServiceContext } from "../context";

/** What is known of an ingest call before its body is read. */
export interface IngestCall {
  kind: UploadKind;
  cluster: string | null;
  release: string | null;
  gate: string | null;
  idempotencyKey: string | null;
  /** Parameters that tell one document from the same document sent for something else. */
  identity: Record<string, unknown>;
  maxBytes: number;
  /** What a replay is answered, made of the first answer; left out, the first answer itself. */
  replayAnswer?: (first: Record<string, unknown>) => Record<string, unknown>;
}

/** The fields of an upload that are known from the call alone. */
export function uploadOf(ctx: ServiceContext, call: IngestCall): UploadRecord {
  return {
    id: ctx.newId(),
    kind: call.kind,
    state: "accepted",
    dedupeKey: null,
    requestDigest: null,
    clusterId: null,
    releaseId: null,
    clusterName: call.cluster,
    release: call.release,
    gateId: call.gate,
    actor: ctx.actor,
    requestId: ctx.requestId,
    receivedAt: ctx.now(),
    contentType: null,
    sizeBytes: null,
    artifactId: null,
    acceptedCount: 0,
    duplicateCount: 0,
    rejectedCount: 0,
    problem: null,
    response: null,
  };
}
