import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import type { Database } from "./client";
import type { AuditEntry } from "./generated/client";
import { hashOf } from "./journal";

export interface AuditFilter {
  subject?: string | undefined;
  action?: string | undefined;
}

/** Newest first, below the given number. */
export async function listAudit(
  db: Database,
  filter: AuditFilter,
  below: number | null,
  limit: number,
): Promise<AuditEntryDto[]> {
  const rows = await db.prisma.auditEntry.findMany({
    where: {
      ...(filter.subject && { subjectId: filter.subject }),
      ...(filter.action && { action: { startsWith: filter.action } }),
      ...(below !== null && { seq: { lt: below } }),
    },
    orderBy: { seq: "desc" },
    take: limit,
  });
  return rows.map(toEntry);
}

/** Entries in order, from the given number on: for walking the chain. */
export async function listAuditFrom(db: Database, seq: number, limit: number): Promise<AuditEntryDto[]> {
  const rows = await db.prisma.auditEntry.findMany({
    where: { seq: { gte: seq } },
    orderBy: { seq: "asc" },
    take: limit,
  });
  return rows.map(toEntry);
}

export async function auditHead(db: Database): Promise<{ seq: number; hash: string }> {
  const head = await db.prisma.journalHead.findUniqueOrThrow({ where: { id: 1 } });
  return { seq: Number(head.auditSeq), hash: head.auditHash };
}

/** Whether the entry's hash is the hash of what it says. */
export function isSound({ hash, ...entry }: AuditEntryDto): boolean {
  return hashOf(entry) === hash;
}

function toEntry(row: AuditEntry): AuditEntryDto {
  return {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    subject: { kind: row.subjectKind, id: row.subjectId },
    requestId: row.requestId,
    data: typeof row.data === "object" && row.data !== null && !Array.isArray(row.data) ? row.data : {},
    prevHash: row.prevHash,
    hash: row.hash,
  };
}
