import { config } from "@/lib/config";
import { type Invitation, insertInvitation } from "@/lib/db/auth-invitations";
import type { Tx } from "@/lib/db/transaction";
import type { Role } from "@/lib/domain/auth/actor";
import type { CreatedInvitationDto, CreateInvitationInput } from "@/lib/domain/auth/invitation";
import { routes } from "@/lib/routes";
import { type JournalPad, requirePermission, type ServiceContext, withTransaction } from "../context";
import { toInvitationDtos } from "./invitation-dto";
import { hashSecret, newSecret } from "./secret";

/** Makes a one-time link for one person. The link is in this answer and nowhere else. */
export async function createInvitation(args: {
  ctx: ServiceContext;
  input: CreateInvitationInput;
}): Promise<CreatedInvitationDto> {
  const { ctx, input } = args;
  requirePermission(ctx, "admin");
  const invitation = { role: input.role, email: input.email ?? null, hours: input.expiresInHours };
  const { publicUrl } = config();
  const { row, link } = await withTransaction(ctx, (tx, pad) =>
    writeInvitation(ctx, { tx, pad, publicUrl, invitation }),
  );
  const [dto] = await toInvitationDtos(ctx.db, [row], ctx.now());
  if (dto === undefined) throw new Error("an invitation without a shape");
  return { ...dto, link };
}

/** Writes an invitation in the caller's transaction. */
export async function writeInvitation(
  ctx: ServiceContext,
  args: {
    tx: Tx;
    pad: JournalPad;
    publicUrl: string;
    invitation: { role: Role; email: string | null; hours: number };
  },
): Promise<{ row: Invitation; link: string }> {
  const { tx, pad, publicUrl, invitation } = args;
  const { role, email, hours } = invitation;
  const token = newSecret();
  const createdAt = ctx.now();
  const expiresAt = new Date(createdAt.getTime() + hours * 3_600_000);
  const row = {
    id: ctx.newId(),
    tokenHash: hashSecret(token),
    role,
    email,
    createdBy: ctx.actor.id,
    createdAt,
    expiresAt,
  };
  await insertInvitation(tx, row);
  pad.recordAudit({
    action: "invitation.created",
    subjectKind: "invitation",
    subjectId: row.id,
    data: { role, email, expiresAt: expiresAt.toISOString() },
  });
  return { row: { ...row, usedAt: null, usedBy: null }, link: `${publicUrl}${routes.welcome(token)}` };
}
