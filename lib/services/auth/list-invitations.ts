import { listInvitations as listRows } from "@/lib/db/auth-invitations";
import type { InvitationDto } from "@/lib/domain/auth/invitation";
import { requirePermission, type ServiceContext } from "../context";
import { type Page, pageOf } from "../page";
import { toInvitationDtos } from "./invitation-dto";

/** Invitations, newest first, also used and expired ones. */
export async function listInvitations(args: {
  ctx: ServiceContext;
  cursor: string | null;
  limit: number;
}): Promise<Page<InvitationDto>> {
  const { ctx, cursor, limit } = args;
  requirePermission(ctx, "admin");
  const page = pageOf(await listRows(ctx.db, cursor, limit + 1), limit, (row) => row.id);
  return { ...page, items: await toInvitationDtos(ctx.db, page.items, ctx.now()) };
}
