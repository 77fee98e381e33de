import type { Actor } from "@/lib/domain/auth/actor";
import type { ErrorItem, UploadKind, UploadState } from "@/lib/domain/uploads/upload";
import type { Database } from "./client";
import type { Prisma } from "./generated/client";
import type { Tx } from "./transaction";

export interface UploadRecord {
  id: string;
  kind: UploadKind;
  state: UploadState;
  dedupeKey: string | null;
  requestDigest: string | null;
  clusterId: number | null;
  releaseId: number | null;
  clusterName: string | null;
  release: string | null;
  gateId: string | null;
  actor: Actor;
  requestId: string;
  receivedAt: Date;
  contentType: string | null;
  sizeBytes: number | null;
  artifactId: string | null;
  acceptedCount: number;
  duplicateCount: number;
  rejectedCount: number;
  problem: { detail: string; errors: readonly ErrorItem[] } | null;
  response: Record<string, unknown> | null;
}

/**
 * Writes the upload. With a dedupe key that another upload holds, nothing is written and false is returned;
 * a concurrent holder that has not committed yet is waited for.
 */
export async function insertUpload(tx: Tx, upload: UploadRecord): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO upload (id, kind, state, dedupe_key, request_digest, cluster_id, release_id, cluster_name,
       release_version, gate_id, actor_kind, actor_id, actor_name, request_id, received_at, content_type, size_bytes,
       artifact_id, accepted_count, duplicate_count, rejected_count, problem, response)
     VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16,$17,$18,$19,$20,$21,$22,$23)
     ON CONFLICT (dedupe_key) DO NOTHING RETURNING id`,
    [
      upload.id,
      upload.kind,
      upload.state,
      upload.dedupeKey,
      upload.requestDigest,
      upload.clusterId,
      upload.releaseId,
      upload.clusterName,
      upload.release,
      upload.gateId,
      upload.actor.kind,
      upload.actor.id,
      upload.actor.name,
      upload.requestId,
      upload.receivedAt,
      upload.contentType,
      upload.sizeBytes,
      upload.artifactId,
      upload.acceptedCount,
      upload.duplicateCount,
      upload.rejectedCount,
      upload.problem && JSON.stringify(upload.problem),
      upload.response && JSON.stringify(upload.response),
    ],
  );
  return rows.length === 1;
}

/** Writes down what came of an upload, once it is known. */
export async function finishUpload(
  tx: Tx,
  id: string,
  outcome: Pick<
    UploadRecord,
    | "state"
    | "clusterId"
    | "clusterName"
    | "releaseId"
    | "artifactId"
    | "acceptedCount"
    | "duplicateCount"
    | "rejectedCount"
    | "problem"
    | "response"
  >,
): Promise<void> {
  await tx.query(
    `UPDATE upload SET state = $2, release_id = $3, artifact_id = $4, accepted_count = $5, duplicate_count = $6,
            rejected_count = $7, problem = $8, response = $9, cluster_id = $10, cluster_name = $11 WHERE id = $1`,
    [
      id,
      outcome.state,
      outcome.releaseId,
      outcome.artifactId,
      outcome.acceptedCount,
      outcome.duplicateCount,
      outcome.rejectedCount,
      outcome.problem && JSON.stringify(outcome.problem),
      outcome.response && JSON.stringify(outcome.response),
      outcome.clusterId,
      outcome.clusterName,
    ],
  );
}

/** The accepted upload that holds this key, for the answer to a replay. */
export async function findUploadByKey(db: Database, dedupeKey: string) {
  return db.prisma.upload.findUnique({ where: { dedupeKey } });
}

/** Counts a replay of an upload. */
export async function countReplay(db: Database, id: string): Promise<void> {
  await db.prisma.upload.update({ where: { id }, data: { duplicateCount: { increment: 1 } } });
}

export interface UploadFilter {
  state: UploadState | null;
  kind: UploadKind | null;
  cluster: string | null;
}

/** Newest first, after the given id; one row more than the limit tells that there is another page. */
export async function listUploads(db: Database, filter: UploadFilter, after: string | null, limit: number) {
  return db.prisma.upload.findMany({
    where: {
      ...whereOf(filter),
      ...(filter.state && { state: filter.state }),
      ...(after && { id: { lt: after } }),
    },
    include: {
      gateRun: { select: { id: true, outcome: true } },
      artifact: { select: { sha256: true, storedBytes: true } },
    },
    orderBy: { id: "desc" },
    take: limit,
  });
}

/** How many uploads of a kind and a cluster there are by state, for the filter chips. */
export async function countUploadsByState(
  db: Database,
  filter: Omit<UploadFilter, "state">,
): Promise<Record<string, number>> {
  const groups = await db.prisma.upload.groupBy({ by: ["state"], where: whereOf(filter), _count: { _all: true } });
  return Object.fromEntries(groups.map((group) => [group.state, group._count._all]));
}

/** Prisma names the values of an enum without dashes. */
const PRISMA_KINDS = {
  "gate-run": "gate_run",
  "node-report": "node_report",
  metrics: "metrics",
  "metric-windows": "metric_windows",
} as const satisfies Record<UploadKind, string>;

function whereOf({ kind, cluster }: Omit<UploadFilter, "state">): Prisma.UploadWhereInput {
  return {
    ...(kind && { kind: PRISMA_KINDS[kind] }),
    ...(cluster && { clusterName: cluster }),
  };
}
