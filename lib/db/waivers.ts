import type { RegressionKind } from "@/lib/domain/regressions/regression";
import type { Database } from "./client";
import { type Queryable, queryableOf, type Tx } from "./transaction";

/** A waiver as it is stored; scope, level and approvals are JSON. */
export interface WaiverRow {
  id: string;
  releaseId: number;
  release: string;
  kind: RegressionKind;
  subject: string;
  scope: unknown;
  reason: string;
  url: string | null;
  level: unknown;
  expiresAt: Date;
  createdAt: Date;
  authorKind: string;
  authorId: string;
  authorName: string;
  approvals: unknown;
  approvalsNeeded: number;
  approvedAt: Date | null;
  revokedAt: Date | null;
}

const SELECT = `
  SELECT w.id, w.release_id AS "releaseId", r.version AS release, w.kind, w.subject, w.scope, w.reason, w.url, w.level,
         w.expires_at AS "expiresAt", w.created_at AS "createdAt", w.author_kind AS "authorKind",
         w.author_id AS "authorId", w.author_name AS "authorName", w.approvals,
         w.approvals_needed AS "approvalsNeeded", w.approved_at AS "approvedAt", w.revoked_at AS "revokedAt"
  FROM waiver w JOIN release r ON r.id = w.release_id`;

export async function insertWaiver(
  tx: Tx,
  waiver: Omit<WaiverRow, "release" | "approvedAt" | "revokedAt">,
): Promise<void> {
  await tx.query(
    `INSERT INTO waiver (id, release_id, kind, subject, scope, reason, url, level, expires_at, created_at, author_kind,
       author_id, author_name, approvals, approvals_needed) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`,
    [
      waiver.id,
      waiver.releaseId,
      waiver.kind,
      waiver.subject,
      JSON.stringify(waiver.scope),
      waiver.reason,
      waiver.url,
      JSON.stringify(waiver.level),
      waiver.expiresAt,
      waiver.createdAt,
      waiver.authorKind,
      waiver.authorId,
      waiver.authorName,
      JSON.stringify(waiver.approvals),
      waiver.approvalsNeeded,
    ],
  );
}

/** A waiver, read for a change: others that would change it wait. */
export async function lockWaiver(tx: Tx, id: string): Promise<WaiverRow | null> {
  const rows = await tx.query<WaiverRow & Record<string, unknown>>(`${SELECT} WHERE w.id = $1 FOR UPDATE OF w`, [id]);
  return rows[0] ?? null;
}

export async function findWaiver(db: Database, id: string): Promise<WaiverRow | null> {
  const rows = await queryableOf(db).query<WaiverRow & Record<string, unknown>>(`${SELECT} WHERE w.id = $1`, [id]);
  return rows[0] ?? null;
}

/** Waivers of a release and, where one is given, of a subject; newest first, after the given id. */
export async function listWaivers(
  sql: Queryable,
  of: {
    releaseId: number;
    kind?: RegressionKind | undefined;
    subject?: string | undefined;
    after?: string | null;
    limit?: number;
  },
): Promise<WaiverRow[]> {
  return sql.query<WaiverRow & Record<string, unknown>>(
    `${SELECT} WHERE w.release_id = $1 AND ($2::text IS NULL OR w.subject = $2) AND ($3::uuid IS NULL OR w.id < $3)
       AND ($5::regression_kind IS NULL OR w.kind = $5)
     ORDER BY w.id DESC LIMIT $4`,
    [of.releaseId, of.subject ?? null, of.after ?? null, of.limit ?? null, of.kind ?? null],
  );
}

/** Writes who has approved; `approvedAt` from the approval on that makes it hold. */
export async function writeApprovals(
  tx: Tx,
  id: string,
  of: { approvals: unknown; approvedAt: Date | null },
): Promise<void> {
  await tx.query("UPDATE waiver SET approvals = $2, approved_at = $3 WHERE id = $1", [
    id,
    JSON.stringify(of.approvals),
    of.approvedAt,
  ]);
}

export async function revokeWaiver(tx: Tx, id: string, of: { at: Date; by: string; reason: string }): Promise<void> {
  await tx.query("UPDATE waiver SET revoked_at = $2, revoked_by = $3, revoke_reason = $4 WHERE id = $1", [
    id,
    of.at,
    of.by,
    of.reason,
  ]);
}
