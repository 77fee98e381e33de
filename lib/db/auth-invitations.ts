import type { Role } from "@/lib/domain/auth/actor";
import type { Database } from "./client";
import type { Invitation } from "./generated/client";
import type { Tx } from "./transaction";

export type { Invitation };

export interface NewInvitation {
  id: string;
  /** sha256 of the secret in the link, hexadecimal. */
  tokenHash: string;
  role: Role;
  email: string | null;
  createdBy: string;
  createdAt: Date;
  expiresAt: Date;
}

export async function insertInvitation(tx: Tx, invitation: NewInvitation): Promise<void> {
  await tx.query(
    `INSERT INTO invitation (id, token_hash, role, email, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      invitation.id,
      invitation.tokenHash,
      invitation.role,
      invitation.email,
      invitation.createdBy,
      invitation.createdAt,
      invitation.expiresAt,
    ],
  );
}

/**
 * Uses an invitation up; false when it was used, has expired or is gone. Of several at once one gets true: the
 * others wait for the row and then find it used.
 */
export async function spendInvitation(tx: Tx, id: string, userId: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE invitation SET used_at = $3, used_by = $2
     WHERE id = $1 AND used_at IS NULL AND expires_at > $3 RETURNING id`,
    [id, userId, at],
  );
  return rows.length === 1;
}

/** Takes an unused invitation away; false when it was used or is gone. */
export async function deleteInvitation(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.query("DELETE FROM invitation WHERE id = $1 AND used_at IS NULL RETURNING id", [id]);
  return rows.length === 1;
}

/** Takes all unused invitations of one maker away. */
export async function deleteInvitationsBy(tx: Tx, createdBy: string): Promise<void> {
  await tx.query("DELETE FROM invitation WHERE created_by = $1 AND used_at IS NULL", [createdBy]);
}

export async function findInvitation(db: Database, id: string): Promise<Invitation | null> {
  return db.prisma.invitation.findUnique({ where: { id } });
}

export async function findInvitationByHash(db: Database, tokenHash: string): Promise<Invitation | null> {
  return db.prisma.invitation.findUnique({ where: { tokenHash } });
}

/** Newest first, after the given id. */
export async function listInvitations(db: Database, after: string | null, limit: number): Promise<Invitation[]> {
  return db.prisma.invitation.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: "desc" },
    take: limit,
  });
}
