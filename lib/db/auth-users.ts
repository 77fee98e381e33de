import type { Role } from "@/lib/domain/auth/actor";
import type { Database } from "./client";
import type { User } from "./generated/client";
import { type Queryable, queryableOf, type Tx } from "./transaction";

export type { User };

export interface NewUser {
  id: string;
  name: string;
  /** Lower case. */
  email: string;
  role: Role;
  /** As better-auth hashes it. */
  passwordHash: string;
  createdAt: Date;
}

/**
 * Writes a person and a local account in the shape in which better-auth reads them: `credential` is its provider for
 * passwords, and the account's id there is the user's. False when the address is taken.
 */
export async function insertUser(tx: Tx, accountId: string, user: NewUser): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO "user" (id, name, email, role, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $5)
     ON CONFLICT (email) DO NOTHING RETURNING id`,
    [user.id, user.name, user.email, user.role, user.createdAt],
  );
  if (rows.length === 0) return false;
  await tx.query(
    `INSERT INTO account (id, account_id, provider_id, user_id, password, created_at, updated_at)
     VALUES ($1, $2, 'credential', $2, $3, $4, $4)`,
    [accountId, user.id, user.passwordHash, user.createdAt],
  );
  return true;
}

/** Any number that nothing else in this database locks by. */
const FIRST_USER_LOCK = 7_246_001;

/** Until the transaction ends, nobody else decides whether there is a first user. */
export async function lockFirstUser(tx: Tx): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock($1)", [FIRST_USER_LOCK]);
}

export async function hasUsers(on: Queryable): Promise<boolean> {
  return (await on.query('SELECT 1 FROM "user" LIMIT 1')).length > 0;
}

export async function findUser(db: Database, id: string): Promise<User | null> {
  return db.prisma.user.findUnique({ where: { id } });
}

export interface UserRow extends User, Record<string, unknown> {
  lastSignInAt: Date | null;
}

/** People by e-mail address, after the given one. */
export async function listUsers(db: Database, after: string | null, limit: number): Promise<UserRow[]> {
  return queryableOf(db).query<UserRow>(
    `${SELECT_USER} WHERE $1::text IS NULL OR u.email > $1 ORDER BY u.email LIMIT $2`,
    [after, limit],
  );
}

/** A person, locked until the transaction ends. */
export async function lockUser(tx: Tx, id: string): Promise<UserRow | null> {
  const rows = await tx.query<UserRow>(`${SELECT_USER} WHERE u.id = $1 FOR UPDATE OF u`, [id]);
  return rows[0] ?? null;
}

/** The audit log is what remembers sign-ins: sessions are deleted when they end. */
const SELECT_USER = `
  SELECT u.id, u.name, u.email, u.email_verified AS "emailVerified", u.image, u.role, u.disabled_at AS "disabledAt",
         u.created_at AS "createdAt", u.updated_at AS "updatedAt",
         (SELECT e.at FROM audit_entry e
          WHERE e.subject_kind = 'user' AND e.subject_id = u.id AND e.action = 'user.signed-in'
          ORDER BY e.seq DESC LIMIT 1) AS "lastSignInAt"
  FROM "user" u`;

/** The ids of admins who can sign in, each locked: two of them cannot take the role from each other at once. */
export async function lockActiveAdmins(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT id FROM "user" WHERE role = 'admin' AND disabled_at IS NULL ORDER BY id FOR UPDATE`,
  );
  return rows.map((row) => row.id);
}

export async function updateUser(
  tx: Tx,
  id: string,
  to: { role: Role; disabledAt: Date | null },
  at: Date,
): Promise<void> {
  await tx.query(`UPDATE "user" SET role = $2, disabled_at = $3, updated_at = $4 WHERE id = $1`, [
    id,
    to.role,
    to.disabledAt,
    at,
  ]);
}

/** Signs a person out everywhere. */
export async function deleteSessions(tx: Tx, userId: string): Promise<void> {
  await tx.query("DELETE FROM session WHERE user_id = $1", [userId]);
}
