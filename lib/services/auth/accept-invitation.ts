import { spendInvitation } from "@/lib/db/auth-invitations";
import { RoleSchema } from "@/lib/domain/auth/actor";
import { type AcceptInvitationInput, invitationState } from "@/lib/domain/auth/invitation";
import { type ServiceContext, withTransaction } from "../context";
import { AppError, notFound } from "../errors";
import { createUser, prepareUser } from "./create-user";
import { invitationOf } from "./find-invitation";

/**
 * Makes the account of the person who holds the link. The invitation is used up, the person written and the audit
 * log told in one transaction: of several with the same link exactly one gets in, and a failure uses nothing up.
 * @throws NOT_FOUND for an unknown link; CONFLICT when it was used or has expired, or the address has an account;
 *   INVALID when it was made for another address
 */
export async function acceptInvitation(args: { ctx: ServiceContext; input: AcceptInvitationInput }): Promise<void> {
  const { ctx, input } = args;
  const invitation = await invitationOf(ctx.db, input.token);
  if (invitation === null) throw notFound("This link is not known. Ask an admin for a new one.");
  const state = invitationState(invitation, ctx.now());
  if (state !== "open") throw notOpen(state);
  if (invitation.email !== null && invitation.email !== input.email) {
    const errors = [{ pointer: "/email", detail: `this link is for ${invitation.email}` }];
    throw new AppError("INVALID", `This link is for ${invitation.email}.`, { errors });
  }
  const role = RoleSchema.parse(invitation.role);
  const user = await prepareUser(ctx, input);
  const asUser: ServiceContext = { ...ctx, actor: { kind: "user", id: user.id, name: user.name, role } };
  await withTransaction(asUser, async (tx, pad) => {
    if (!(await spendInvitation(tx, invitation.id, user.id, ctx.now()))) throw notOpen("used");
    const data = { role };
    pad.recordAudit({ action: "invitation.accepted", subjectKind: "invitation", subjectId: invitation.id, data });
    await createUser(asUser, tx, pad, { ...user, role });
  });
}

function notOpen(state: "used" | "expired"): AppError {
  const what = state === "used" ? "was used already" : "has expired";
  return new AppError("CONFLICT", `This link ${what}. Ask an admin for a new one.`, { extra: { state } });
}
