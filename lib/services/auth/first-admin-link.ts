import { v7 as uuidv7 } from "uuid";
import { config } from "@/lib/config";
import { deleteInvitationsBy } from "@/lib/db/auth-invitations";
import { hasUsers, lockFirstUser } from "@/lib/db/auth-users";
import { INVITATION_HOURS } from "@/lib/domain/auth/invitation";
import { contextFor, SYSTEM } from "../app-context";
import { type ServiceContext, withTransaction } from "../context";
import { writeInvitation } from "./create-invitation";

/** The one-time address at which the first admin makes an account; null once there is a user. Voids the one before. */
export async function firstAdminLink(): Promise<string | null> {
  return createFirstAdminLink(contextFor(SYSTEM, uuidv7()), config().publicUrl);
}

export async function createFirstAdminLink(ctx: ServiceContext, publicUrl: string): Promise<string | null> {
  return withTransaction(ctx, async (tx, pad) => {
    await lockFirstUser(tx);
    if (await hasUsers(tx)) return null;
    await deleteInvitationsBy(tx, ctx.actor.id);
    const invitation = { role: "admin", email: null, hours: INVITATION_HOURS.firstAdmin } as const;
    const { link } = await writeInvitation(ctx, { tx, pad, publicUrl, invitation });
    return link;
  });
}
