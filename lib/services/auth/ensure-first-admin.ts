import { config } from "@/lib/config";
import { hasUsers, lockFirstUser } from "@/lib/db/auth-users";
import { queryableOf } from "@/lib/db/transaction";
import { EmailSchema, PasswordSchema } from "@/lib/domain/auth/user";
import { type ServiceContext, withTransaction } from "../context";
import { createUser, prepareUser } from "./create-user";

/** Makes the admin that the environment names, if there is nobody yet. */
export async function ensureFirstAdmin(ctx: ServiceContext): Promise<void> {
  const { admin } = config();
  if (admin !== undefined) await createFirstAdmin(ctx, admin);
}

/** True when it was made; false when there is somebody already, whoever that is. */
export async function createFirstAdmin(
  ctx: ServiceContext,
  admin: { email: string; password: string },
): Promise<boolean> {
  if (await hasUsers(queryableOf(ctx.db))) return false;
  const email = EmailSchema.parse(admin.email);
  const user = await prepareUser(ctx, { name: email, email, password: PasswordSchema.parse(admin.password) });
  return withTransaction(ctx, async (tx, pad) => {
    await lockFirstUser(tx);
    if (await hasUsers(tx)) return false;
    await createUser(ctx, tx, pad, { ...user, role: "admin" });
    return true;
  });
}
