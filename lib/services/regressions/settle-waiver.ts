import { markCells } from "@/lib/db/outbox";
import type { Tx } from "@/lib/db/transaction";
import { lockWaiver, writeApprovals, revokeWaiver as writeRevocation } from "@/lib/db/waivers";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { waiverStateOf } from "@/lib/domain/regressions/waiver-rule";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { requireWaiver } from "./list-waivers";
import { toWaiverDto, toWaiverFact } from "./waiver-dto";
import { clustersInScope } from "./waiver-scope";

/**
 * Approves a waiver of somebody else. The one that makes it hold has its cells judged again; a second approval by the
 * same person changes nothing. @throws PRECONDITION for its author; CONFLICT when it is over; NOT_FOUND
 */
export async function approveWaiver(args: {
  ctx: ServiceContext;
  id: string;
  comment?: string | undefined;
}): Promise<WaiverDto> {
  const { ctx, id, comment } = args;
  requirePermission(ctx, "approve");
  await requireWaiver(ctx, id);
  await withTransaction(ctx, async (tx, pad) => {
    const row = await lockWaiver(tx, id);
    if (row === null) return;
    const { actor } = ctx;
    if (row.authorKind === actor.kind && row.authorId === actor.id) {
      throw new AppError("PRECONDITION", "Who asks for a waiver cannot approve it; somebody else must.");
    }
    const waiver = toWaiverFact(row);
    const state = waiverStateOf(waiver, ctx.now());
    if (state === "expired" || state === "revoked") throw new AppError("CONFLICT", `This waiver is ${state}.`);
    const { approvals } = toWaiverDto(row, ctx.now());
    if (approvals.some((one) => one.kind === actor.kind && one.id === actor.id)) return;
    const own = { kind: actor.kind, id: actor.id, name: actor.name, at: ctx.now().toISOString() };
    const now = waiverStateOf({ ...waiver, approvals: [...approvals, own] }, ctx.now());
    const approvedAt = row.approvedAt ?? (now === "active" ? ctx.now() : null);
    await writeApprovals(tx, id, { approvals: [...approvals, own], approvedAt });
    if (now === "active" && state !== "active") await markScope(ctx, tx, row.releaseId, waiver);
    pad.recordAudit({
      action: "waiver.approved",
      subjectKind: "waiver",
      subjectId: id,
      data: { release: row.release, kind: row.kind, subject: row.subject, state: now, comment: comment ?? null },
    });
    pad.publish({ kind: "regression", payload: { waiver: id, release: row.release, subject: row.subject } });
  });
  return toWaiverDto(await requireWaiver(ctx, id), ctx.now());
}

/** Ends a waiver at once; a second time changes nothing. @throws NOT_FOUND */
export async function revokeWaiver(args: { ctx: ServiceContext; id: string; reason: string }): Promise<WaiverDto> {
  const { ctx, id, reason } = args;
  requirePermission(ctx, "operate");
  await requireWaiver(ctx, id);
  await withTransaction(ctx, async (tx, pad) => {
    const row = await lockWaiver(tx, id);
    if (row === null || row.revokedAt !== null) return;
    await writeRevocation(tx, id, { at: ctx.now(), by: ctx.actor.name, reason });
    await markScope(ctx, tx, row.releaseId, toWaiverFact(row));
    pad.recordAudit({
      action: "waiver.revoked",
      subjectKind: "waiver",
      subjectId: id,
      data: { release: row.release, kind: row.kind, subject: row.subject, reason },
    });
    pad.publish({ kind: "regression", payload: { waiver: id, release: row.release, subject: row.subject } });
  });
  return toWaiverDto(await requireWaiver(ctx, id), ctx.now());
}

async function markScope(
  ctx: ServiceContext,
  tx: Tx,
  releaseId: number,
  { kind, scope }: Pick<ReturnType<typeof toWaiverFact>, "kind" | "scope">,
): Promise<void> {
  const clusters = await clustersInScope(ctx.db, scope);
  const marks = clusters.map((cluster) => ({ clusterId: cluster.id, releaseId }));
  await markCells(tx, marks, kind === "signal" ? "signal" : "gate");
}
