import { type AuditFilter, listAudit as listRows } from "@/lib/db/audit";
import type { AuditEntryDto } from "@/lib/domain/audit/entry";
import { requirePermission, type ServiceContext } from "../context";
import { AppError } from "../errors";
import { type Page, pageOf } from "../page";

/** Who did what, newest first. */
export async function listAudit(args: {
  ctx: ServiceContext;
  filter: AuditFilter;
  cursor: string | null;
  limit: number;
}): Promise<Page<AuditEntryDto>> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const below = cursor === null ? null : Number(cursor);
  if (below !== null && !Number.isSafeInteger(below))
    throw new AppError("INVALID", "This cursor is not one of this list.");
  return pageOf(await listRows(ctx.db, filter, below, limit + 1), limit, (entry) => String(entry.seq));
}
