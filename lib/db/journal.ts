import { createHash } from "node:crypto";
import { type AuditEntryDto, type AuditRecord, auditHashInput } from "@/lib/domain/audit/entry";
import type { Actor } from "@/lib/domain/auth/actor";
import type { Tx } from "./transaction";

export const EVENT_CHANNEL = "waggle_event";

/** What the event stream tells: a kind and what it is about, never secrets. */
export interface EventRecord {
  kind: "readiness" | "regression" | "rollout" | "ingest";
  payload: Record<string, unknown>;
}

export interface Journal {
  actor: Actor;
  requestId: string;
  at: Date;
  audit: readonly AuditRecord[];
  events: readonly EventRecord[];
}

/**
 * Appends to the audit log and the event stream in the caller's transaction. Call it last: the head row stays
 * locked until commit, which is what makes numbers gapless and in commit order.
 */
export async function appendJournal(tx: Tx, journal: Journal): Promise<void> {
  if (journal.audit.length + journal.events.length === 0) return;
  const [head] = await tx.query<{ audit_seq: string; audit_hash: string; event_id: string }>(
    "SELECT audit_seq, audit_hash, event_id FROM journal_head WHERE id = 1 FOR UPDATE",
  );
  if (head === undefined) throw new Error("the journal has no head: the database is not migrated");
  const audit = await appendAudit(tx, journal, Number(head.audit_seq), head.audit_hash);
  const eventId = await appendEvents(tx, journal, Number(head.event_id));
  await tx.query("UPDATE journal_head SET audit_seq = $1, audit_hash = $2, event_id = $3 WHERE id = 1", [
    audit.seq,
    audit.hash,
    eventId,
  ]);
}

async function appendAudit(tx: Tx, journal: Journal, seq: number, hash: string) {
  let head = { seq, hash };
  for (const record of journal.audit) {
    const entry: Omit<AuditEntryDto, "hash"> = {
      seq: head.seq + 1,
      at: journal.at.toISOString(),
      actor: { kind: journal.actor.kind, id: journal.actor.id, name: journal.actor.name },
      action: record.action,
      subject: { kind: record.subjectKind, id: record.subjectId },
      requestId: journal.requestId,
      data: record.data,
      prevHash: head.hash,
    };
    head = { seq: entry.seq, hash: hashOf(entry) };
    await tx.query(
      `INSERT INTO audit_entry (seq, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id,
                                request_id, data, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        entry.seq,
        entry.at,
        entry.actor.kind,
        entry.actor.id,
        entry.actor.name,
        entry.action,
        entry.subject.kind,
        entry.subject.id,
        entry.requestId,
        JSON.stringify(entry.data),
        entry.prevHash,
        head.hash,
      ],
    );
  }
  return head;
}

/** sha256 of the entry's canonical text, hexadecimal. */
export function hashOf(entry: Omit<AuditEntryDto, "hash">): string {
  return createHash("sha256").update(auditHashInput(entry)).digest("hex");
}

async function appendEvents(tx: Tx, journal: Journal, lastId: number): Promise<number> {
  let id = lastId;
  for (const event of journal.events) {
    id += 1;
    await tx.query("INSERT INTO event (id, kind, at, payload) VALUES ($1, $2, $3, $4)", [
      id,
      event.kind,
      journal.at,
      JSON.stringify(event.payload),
    ]);
  }
  if (id > lastId) await tx.query("SELECT pg_notify($1, $2)", [EVENT_CHANNEL, String(id)]);
  return id;
}
