import { findInvitationByHash, type Invitation } from "@/lib/db/auth-invitations";
import type { Database } from "@/lib/db/client";
import { type Role, RoleSchema } from "@/lib/domain/auth/actor";
import { type InvitationState, invitationState } from "@/lib/domain/auth/invitation";
import { database } from "../app-context";
import { hashSecret } from "./secret";

/** What the holder of a link may know of it. */
export interface InvitationView {
  state: InvitationState | "unknown";
  role: Role;
  email: string | null;
}

/** What the link with this token is good for. Whoever holds it may ask. */
export async function viewInvitation(token: string): Promise<InvitationView> {
  const invitation = await invitationOf(database(), token);
  if (invitation === null) return { state: "unknown", role: "viewer", email: null };
  const role = RoleSchema.parse(invitation.role);
  return { state: invitationState(invitation, new Date()), role, email: invitation.email };
}

export async function invitationOf(db: Database, token: string): Promise<Invitation | null> {
  return findInvitationByHash(db, hashSecret(token));
}
