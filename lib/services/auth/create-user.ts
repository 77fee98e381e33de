import { hashPassword } from "better-auth/crypto";
import { deleteInvitationsBy } from "@/lib/db/auth-invitations";
import { insertUser } from "@/lib/db/auth-users";
import type { Tx } from "@/lib/db/transaction";
import type { Role } from "@/lib/domain/auth/actor";
import { SYSTEM } from "../app-context";
import type { JournalPad, ServiceContext } from "../context";
import { AppError } from "../errors";

export interface PreparedUser {
  id: string;
  name: string;
  email: string;
  passwordHash: string;
}

/** Does the slow part, outside any transaction: better-auth's hash is meant to take a while. */
export async function prepareUser(
  ctx: ServiceContext,
  person: { name: string; email: string; password: string },
): Promise<PreparedUser> {
  const passwordHash = await hashPassword(person.password);
  return { id: ctx.newId(), name: person.name, email: person.email, passwordHash };
}

/**
 * Writes a person with a local account. From the first one on, the links of first admins are void.
 * @throws CONFLICT when the e-mail address has an account
 */
export async function createUser(
  ctx: ServiceContext,
  tx: Tx,
  pad: JournalPad,
  user: PreparedUser & { role: Role },
): Promise<void> {
  if (!(await insertUser(tx, ctx.newId(), { ...user, createdAt: ctx.now() }))) {
    throw new AppError("CONFLICT", `${user.email} has an account already. Sign in with it.`);
  }
  await deleteInvitationsBy(tx, SYSTEM.id);
  const data = { name: user.name, email: user.email, role: user.role };
  pad.recordAudit({ action: "user.created", subjectKind: "user", subjectId: user.id, data });
}
