import { touchObserved } from "@/lib/db/clusters";
import { copyGateCases, finishGateRun, insertGateRun, settleCases } from "@/lib/db/gate-runs";
import { markCells, markReadiness } from "@/lib/db/outbox";
import { ensureRelease } from "@/lib/db/releases";
import type { Tx } from "@/lib/db/transaction";
import { outcomeOf, type RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { MAX_DOCUMENT_BYTES, MAX_LONG_DOCUMENT_BYTES } from "@/lib/formats/limits";
import { requireCluster } from "../clusters/require-cluster";
import { type JournalPad, requirePermission, type ServiceContext } from "../context";
import { AppError } from "../errors";
import { type DocumentInHand, type IngestAnswer, ingestDocument, type Written } from "../uploads/ingest-document";
import type { IngestBody } from "../uploads/receive-document";
import { recordRefusal } from "../uploads/record-refusal";
import { requireGate } from "./list-gates";
import { type CaseSource, readCases } from "./read-cases";

/** A sender's clock may run ahead by so much before its time is not believed. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/**
 * Records one execution of a gate from its document (JUnit XML or JSON), at most once.
 * @throws NOT_FOUND unknown cluster or gate; INVALID a document that cannot be read; TOO_LARGE; CONFLICT
 */
export async function recordGateRun(args: {
  ctx: ServiceContext;
  input: RecordGateRunInput;
  body: IngestBody;
  idempotencyKey: string | null;
}): Promise<IngestAnswer> {
  const { ctx, input, body, idempotencyKey } = args;
  requirePermission(ctx, "ingest");
  const isJson = body.contentType === "application/json";
  const call = {
    kind: "gate-run" as const,
    cluster: input.cluster,
    release: input.release,
    gate: input.gate,
    idempotencyKey,
    identity: { ...input },
    maxBytes: isJson ? MAX_DOCUMENT_BYTES : MAX_LONG_DOCUMENT_BYTES,
  };
  const target = await findTarget(ctx, input).catch(async (error: unknown) => {
    await recordRefusal(ctx, call, error, { contentType: body.contentType });
    throw error;
  });
  return ingestDocument(ctx, call, body, (tx, pad, hand) =>
    writeRun(ctx, { tx, pad, hand }, { ...target, input, source: isJson ? "json" : "junit" }),
  );
}

async function findTarget(ctx: ServiceContext, input: RecordGateRunInput) {
  const cluster = await requireCluster(ctx.db, input.cluster);
  const gate = await requireGate(ctx.db, input.gate);
  if (input.ranAt && Date.parse(input.ranAt) > ctx.now().getTime() + CLOCK_SKEW_MS) {
    throw new AppError("INVALID", "ranAt lies in the future.", {
      errors: [{ pointer: "/ranAt", detail: "must not be later than now" }],
    });
  }
  return { cluster, gate };
}

interface Work {
  tx: Tx;
  pad: JournalPad;
  hand: DocumentInHand;
}

interface RunToWrite {
  cluster: { id: number; name: string };
  gate: { id: string };
  input: RecordGateRunInput;
  source: CaseSource;
}

async function writeRun(ctx: ServiceContext, work: Work, run: RunToWrite): Promise<Written> {
  const { tx, pad, hand } = work;
  const { cluster, gate, input } = run;
  const receivedAt = ctx.now();
  const release = await ensureRelease(tx, input.release);
  const id = ctx.newId();
  await insertGateRun(tx, {
    id,
    clusterId: cluster.id,
    releaseId: release.id,
    gateId: gate.id,
    ranAt: receivedAt,
    receivedAt,
    url: input.url ?? null,
    attempt: input.attempt,
    artifactId: hand.artifactId,
    uploadId: hand.uploadId,
  });
  const result = await writeCases(work, run, { runId: id, receivedAt });
  await touchObserved(tx, [cluster.id], receivedAt);
  const mark = { clusterId: cluster.id, releaseId: release.id };
  await markReadiness(tx, [mark]);
  await markCells(tx, [mark], "gate");
  const { outcome, counts } = result;
  pad.recordAudit({
    action: "gate-run.recorded",
    subjectKind: "gate-run",
    subjectId: id,
    data: {
      cluster: cluster.name,
      release: input.release,
      gate: gate.id,
      outcome,
      counts,
      sha256: hand.document.sha256,
    },
  });
  return {
    clusterId: cluster.id,
    releaseId: release.id,
    accepted: 1,
    duplicates: 0,
    rejected: [],
    answer: {
      id,
      outcome,
      counts,
      ranAt: result.ranAt.toISOString(),
      wellFormed: result.wellFormed,
      defects: result.defects,
    },
  };
}

async function writeCases(work: Work, run: RunToWrite, at: { runId: string; receivedAt: Date }) {
  const { tx, hand } = work;
  const cases = readCases(run.source, hand.document.open());
  const tally = await copyGateCases(tx, at.runId, cases.batches);
  const summary = cases.summary();
  const counts = await settleCases(tx, at.runId, tally);
  const { durationSeconds } = tally;
  const outcome = outcomeOf(counts, summary);
  const ranAt = ranAtOf(run.input.ranAt ?? summary.startedAt, at.receivedAt);
  const result = { ...summary, outcome, counts, durationSeconds, ranAt };
  await finishGateRun(tx, at.runId, result);
  return result;
}

/** When it ran: as the caller says, else as the document says, else now; never in the future. */
function ranAtOf(stated: string | null | undefined, receivedAt: Date): Date {
  const ranAt = stated ? new Date(stated) : receivedAt;
  return ranAt > receivedAt ? receivedAt : ranAt;
}
