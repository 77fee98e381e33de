import { deleteSessions, lockActiveAdmins, lockUser, updateUser } from "@/lib/db/auth-users";
import { RoleSchema } from "@/lib/domain/auth/actor";
import { type ChangeUserInput, isLastAdminLost, type UserDto } from "@/lib/domain/auth/user";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError, notFound } from "../errors";
import { toUserDto } from "./user-dto";

/**
 * Gives a person another role, or disables or enables the account. Disabling signs out everywhere, at once.
 * @throws NOT_FOUND; CONFLICT when no admin would be left who can sign in
 */
export async function changeUser(args: { ctx: ServiceContext; id: string; input: ChangeUserInput }): Promise<UserDto> {
  const { ctx, id, input } = args;
  requirePermission(ctx, "admin");
  return withTransaction(ctx, async (tx, pad) => {
    // Admins first and in one order, so that two changes at once cannot wait for each other.
    const admins = await lockActiveAdmins(tx);
    const user = await lockUser(tx, id);
    if (user === null) throw notFound("There is no person with this id.");
    const before = { role: RoleSchema.catch("viewer").parse(user.role), disabled: user.disabledAt !== null };
    const after = { role: input.role ?? before.role, disabled: input.disabled ?? before.disabled };
    if (isLastAdminLost(admins, id, after)) {
      throw new AppError("CONFLICT", `${user.name} is the last admin who can sign in. Make somebody else admin first.`);
    }
    if (after.role === before.role && after.disabled === before.disabled) return toUserDto(user);
    const disabledAt = after.disabled ? (user.disabledAt ?? ctx.now()) : null;
    await updateUser(tx, id, { role: after.role, disabledAt }, ctx.now());
    if (after.disabled) await deleteSessions(tx, id);
    pad.recordAudit({ action: "user.changed", subjectKind: "user", subjectId: id, data: { before, after } });
    return toUserDto({ ...user, role: after.role, disabledAt });
  });
}
