import type { UserRow } from "@/lib/db/auth-users";
import { RoleSchema } from "@/lib/domain/auth/actor";
import type { UserDto } from "@/lib/domain/auth/user";

export function toUserDto(row: UserRow): UserDto {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    role: RoleSchema.catch("viewer").parse(row.role),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
    lastSignInAt: row.lastSignInAt?.toISOString() ?? null,
  };
}
