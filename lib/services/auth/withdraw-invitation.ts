import { deleteInvitation, findInvitation } from "@/lib/db/auth-invitations";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError, notFound } from "../errors";

/** Makes the link of an unused invitation void. @throws NOT_FOUND; CONFLICT when somebody has used it */
export async function withdrawInvitation({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<void> {
  requirePermission(ctx, "admin");
  const invitation = await findInvitation(ctx.db, id);
  if (invitation === null) throw notFound("There is no invitation with this id.");
  await withTransaction(ctx, async (tx, pad) => {
    if (!(await deleteInvitation(tx, id))) {
      throw new AppError("CONFLICT", "This invitation was used. Disable the account instead.");
    }
    const data = { role: invitation.role, email: invitation.email };
    pad.recordAudit({ action: "invitation.withdrawn", subjectKind: "invitation", subjectId: id, data });
  });
}
