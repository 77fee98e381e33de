import type { Invitation } from "@/lib/db/auth-invitations";
import type { Database } from "@/lib/db/client";
import { RoleSchema } from "@/lib/domain/auth/actor";
import { type InvitationDto, invitationState } from "@/lib/domain/auth/invitation";
import { nameActors } from "./name-actors";

/** The outward shape of invitations: never the hash, let alone the link. */
export async function toInvitationDtos(db: Database, rows: readonly Invitation[], now: Date): Promise<InvitationDto[]> {
  const nameOf = await nameActors(
    db,
    rows.flatMap((row) => [row.createdBy, row.usedBy]),
  );
  return rows.map((row) => ({
    id: row.id,
    role: RoleSchema.parse(row.role),
    email: row.email,
    state: invitationState(row, now),
    createdBy: nameOf(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    usedAt: row.usedAt?.toISOString() ?? null,
    usedBy: row.usedBy === null ? null : nameOf(row.usedBy),
  }));
}
