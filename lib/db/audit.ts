import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import type { Database } from "./client";
import type { AuditEntry, Prisma } from "./generated/client";
import { hashOf } from "./journal";
import { literalInLike } from "./like-pattern";

export interface AuditFilter {
  subject?: string | undefined;
  action?: string | undefined;
  /** The id or the name, exactly. */
  actor?: string | undefined;
  /** Part of the subject, the actor's name or the action, in any case of letters. */
  search?: string | undefined;
}

/** Newest first, below the given number. */
export async function listAudit(
  db: Database,
  filter: AuditFilter,
  below: number | null,
  limit: number,
): Promise<AuditEntryDto[]> {
  const rows = await db.prisma.auditEntry.findMany({
    where: { AND: conditionsOf(filter, below) },
    orderBy: { seq: "desc" },
    take: limit,
  });
  return rows.map(toEntry);
}

function conditionsOf(
  { subject, action, actor, search }: AuditFilter,
  below: number | null,
): Prisma.AuditEntryWhereInput[] {
  const all: Prisma.AuditEntryWhereInput[] = [];
  if (subject) all.push({ subjectId: subject });
  if (action) all.push({ action: { startsWith: action } });
  if (actor) all.push({ OR: [{ actorId: actor }, { actorName: actor }] });
  if (below !== null) all.push({ seq: { lt: below } });
  if (search) {
    const part = { contains: literalInLike(search), mode: "insensitive" } as const;
    all.push({ OR: [{ subjectId: part }, { actorName: part }, { action: part }] });
  }
  return all;
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
