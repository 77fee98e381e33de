import type { Database } from "@/lib/db/client";
import { appendJournal, type EventRecord } from "@/lib/db/journal";
import { inTransaction, type Tx } from "@/lib/db/transaction";
import type { AuditRecord } from "@/lib/domain/audit/entry";
import { type Actor, can, type Scope } from "@/lib/domain/auth/actor";
import { AppError } from "./errors";

/** What every verb is given: who acts, the database, and the clock and ids it may use. */
export interface ServiceContext {
  actor: Actor;
  db: Database;
  now: () => Date;
  /** Ids that sort by time (UUID version 7). */
  newId: () => string;
  requestId: string;
}

/** Refuses with FORBIDDEN when the actor lacks the scope. */
export function requirePermission(ctx: ServiceContext, scope: Scope): void {
  if (can(ctx.actor, scope)) return;
  const what = ctx.actor.kind === "user" ? `the role ${ctx.actor.role}` : "this token";
  throw new AppError("FORBIDDEN", `This needs the scope "${scope}", which ${what} does not have.`);
}

/** Collects what the transaction must write down about itself. */
export interface JournalPad {
  recordAudit(record: AuditRecord): void;
  publish(event: EventRecord): void;
}

/**
 * Runs the work in one transaction and, as its last statements, appends what the work recorded to the audit log
 * and the event stream: the change and its trace are committed together or not at all.
 */
export async function withTransaction<Result>(
  ctx: ServiceContext,
  work: (tx: Tx, pad: JournalPad) => Promise<Result>,
): Promise<Result> {
  return inTransaction(ctx.db, async (tx) => {
    const audit: AuditRecord[] = [];
    const events: EventRecord[] = [];
    const pad: JournalPad = { recordAudit: (record) => audit.push(record), publish: (event) => events.push(event) };
    const result = await work(tx, pad);
    await appendJournal(tx, { actor: ctx.actor, requestId: ctx.requestId, at: ctx.now(), audit, events });
    return result;
  });
}
