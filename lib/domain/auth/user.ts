import { z } from "zod";
import { type Role, RoleSchema } from "./actor";
import { plainText } from "./plain-text";

/** Length counts, kinds of characters do not: NIST SP 800-63B-3 §5.1.1.2. */
export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 128;

export const PasswordSchema = z
  .string()
  .min(PASSWORD_MIN_LENGTH, `at least ${PASSWORD_MIN_LENGTH} characters`)
  .max(PASSWORD_MAX_LENGTH, `at most ${PASSWORD_MAX_LENGTH} characters`);

/** Kept in lower case: sign-in compares it that way. RFC 5321 §4.5.3.1 bounds a path at 256 with its brackets. */
export const EmailSchema = z.string().trim().toLowerCase().pipe(z.email("must be an e-mail address").max(254));

export const PersonNameSchema = plainText(100);

export const ChangeUserInput = z
  .object({ role: RoleSchema.optional(), disabled: z.boolean().optional() })
  .strict()
  .refine((input) => input.role !== undefined || input.disabled !== undefined, "role or disabled must be given");
export type ChangeUserInput = z.infer<typeof ChangeUserInput>;

export const UserDto = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: RoleSchema,
  disabledAt: z.string().nullable(),
  createdAt: z.string(),
  lastSignInAt: z.string().nullable(),
});
export type UserDto = z.infer<typeof UserDto>;

/** Whether a change to this person would leave nobody who can sign in as admin. */
export function isLastAdminLost(
  activeAdmins: readonly string[],
  id: string,
  after: { role: Role; disabled: boolean },
): boolean {
  const staysAdmin = after.role === "admin" && !after.disabled;
  return !staysAdmin && activeAdmins.length === 1 && activeAdmins[0] === id;
}
