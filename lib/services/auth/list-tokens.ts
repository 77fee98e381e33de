import { listTokens as listRows } from "@/lib/db/auth-tokens";
import type { TokenDto } from "@/lib/domain/auth/token";
import { requirePermission, type ServiceContext } from "../context";
import { type Page, pageOf } from "../page";
import { toTokenDtos } from "./token-dto";

/** Every API token there was, newest first. Who may read may know which programs act here. */
export async function listTokens(args: {
  ctx: ServiceContext;
  cursor: string | null;
  limit: number;
}): Promise<Page<TokenDto>> {
  const { ctx, cursor, limit } = args;
  requirePermission(ctx, "read");
  const page = pageOf(await listRows(ctx.db, cursor, limit + 1), limit, (row) => row.id);
  return { ...page, items: await toTokenDtos(ctx.db, page.items, ctx.now()) };
}
