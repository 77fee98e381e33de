import { listUsers as listRows } from "@/lib/db/auth-users";
import type { UserDto } from "@/lib/domain/auth/user";
import { requirePermission, type ServiceContext } from "../context";
import { type Page, pageOf } from "../page";
import { toUserDto } from "./user-dto";

/** People by e-mail address, also disabled ones. */
export async function listUsers(args: {
  ctx: ServiceContext;
  cursor: string | null;
  limit: number;
}): Promise<Page<UserDto>> {
  const { ctx, cursor, limit } = args;
  requirePermission(ctx, "admin");
  const page = pageOf(await listRows(ctx.db, cursor, limit + 1), limit, (row) => row.email);
  return { ...page, items: page.items.map(toUserDto) };
}
