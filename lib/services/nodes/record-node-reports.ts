import { findClusterIds, touchObserved } from "@/lib/db/clusters";
import { insertNodeReports, type NodeReportRecord, type ProfileRecord, upsertProfiles } from "@/lib/db/node-reports";
import { markReadinessAll } from "@/lib/db/outbox";
import type { Tx } from "@/lib/db/transaction";
import type { ErrorItem } from "@/lib/domain/uploads/upload";
import { MAX_DOCUMENT_BYTES, MAX_LONG_DOCUMENT_BYTES } from "@/lib/formats/limits";
import { clusterNotFoundText } from "../clusters/require-cluster";
import type { JournalPad, ServiceContext } from "../context";
import { AppError, notFound } from "../errors";
import { type DocumentInHand, type IngestAnswer, ingestDocument, type Written } from "../uploads/ingest-document";
import type { IngestBody } from "../uploads/receive-document";
import { type ReadReport, readNodeReports } from "./read-node-reports";

/**
 * Records one report, or a batch of them, a line each. Good lines are kept, bad ones are named in the answer.
 * @throws INVALID when no line is good; NOT_FOUND for a single report of an unknown cluster; TOO_LARGE; CONFLICT
 */
export async function recordNodeReports(args: {
  ctx: ServiceContext;
  body: IngestBody;
  idempotencyKey: string | null;
}): Promise<IngestAnswer> {
  const { ctx, body, idempotencyKey } = args;
  const isBatch = body.contentType === "application/x-ndjson";
  const call = {
    kind: "node-report" as const,
    cluster: null,
    release: null,
    gate: null,
    idempotencyKey,
    identity: {},
    maxBytes: isBatch ? MAX_LONG_DOCUMENT_BYTES : MAX_DOCUMENT_BYTES,
    replayAnswer: replayed,
  };
  return ingestDocument(ctx, call, body, (tx, pad, hand) => writeReports(ctx, { tx, pad, hand }, isBatch));
}

/** Of a replay nothing is new: what was accepted then is a duplicate now. */
function replayed(response: Record<string, unknown>): Record<string, unknown> {
  return { ...response, accepted: 0, duplicates: Number(response.accepted) + Number(response.duplicates) };
}

async function writeReports(
  ctx: ServiceContext,
  work: { tx: Tx; pad: JournalPad; hand: DocumentInHand },
  isBatch: boolean,
): Promise<Written> {
  const { tx, pad, hand } = work;
  const batch = await readNodeReports(hand.document.open(), { isBatch, now: ctx.now() });
  const clusterIds = await findClusterIds(
    ctx.db,
    batch.reports.map((report) => report.cluster),
  );
  const known = batch.reports.filter((report) => clusterIds.has(report.cluster));
  const rejected = [...batch.rejected, ...unknownClusters(batch.reports, clusterIds)].sort(
    (a, b) => (a.line ?? 0) - (b.line ?? 0),
  );
  refuseIfNothingIsGood(known, rejected, batch.reports, isBatch);

  const { records, profiles } = toRecords(ctx, known, clusterIds);
  const profileIds = await upsertProfiles(tx, profiles);
  const receivedAt = ctx.now();
  const written = await insertNodeReports(tx, records, profileIds, {
    artifactId: hand.artifactId,
    uploadId: hand.uploadId,
    receivedAt,
  });
  const touched = [...new Set(records.map((record) => record.clusterId))];
  await touchObserved(tx, touched, receivedAt);
  if (written.size > 0) await markReadinessAll(tx, { clusterIds: touched });
  const accepted = written.size;
  const duplicates = records.length - written.size;
  const clusters = [...new Set(known.map((report) => report.cluster))];
  pad.recordAudit({
    action: "node-report.recorded",
    subjectKind: "node-report",
    subjectId: hand.uploadId,
    data: {
      accepted,
      duplicates,
      rejected: rejected.length,
      clusters: clusters.slice(0, 100),
      sha256: hand.document.sha256,
    },
  });
  const [onlyCluster] = touched;
  return {
    clusterId: touched.length === 1 && onlyCluster !== undefined ? onlyCluster : null,
    clusterName: clusters.length === 1 ? (clusters[0] ?? null) : null,
    releaseId: null,
    accepted,
    duplicates,
    rejected,
    answer: { accepted, duplicates, rejected },
  };
}

function unknownClusters(reports: readonly ReadReport[], known: ReadonlyMap<string, number>): ErrorItem[] {
  return reports
    .filter((report) => !known.has(report.cluster))
    .map((report) => ({ line: report.line, detail: clusterNotFoundText(report.cluster) }));
}

function refuseIfNothingIsGood(
  known: readonly ReadReport[],
  rejected: readonly ErrorItem[],
  reports: readonly ReadReport[],
  isBatch: boolean,
): void {
  if (known.length > 0) return;
  const [first] = rejected;
  if (first === undefined)
    throw new AppError("INVALID", "The document holds no report.", {
      extra: { accepted: 0, duplicates: 0, rejected: [] },
    });
  if (!isBatch && reports.length === 1) throw notFound(first.detail);
  const detail = isBatch ? `None of the ${rejected.length} lines is a report that can be kept.` : first.detail;
  throw new AppError("INVALID", detail, { errors: rejected, extra: { accepted: 0, duplicates: 0, rejected } });
}

function toRecords(ctx: ServiceContext, reports: readonly ReadReport[], clusterIds: ReadonlyMap<string, number>) {
  const profiles = new Map<string, ProfileRecord>();
  const records: NodeReportRecord[] = [];
  for (const report of reports) {
    const clusterId = clusterIds.get(report.cluster);
    if (clusterId === undefined) continue;
    profiles.set(report.profile.digest, report.profile);
    records.push({
      id: ctx.newId(),
      clusterId,
      node: report.node,
      profileDigest: report.profile.digest,
      collectedAt: report.collectedAt,
      digest: report.digest,
      line: report.lineInArtifact,
    });
  }
  return { records, profiles: [...profiles.values()] };
}
