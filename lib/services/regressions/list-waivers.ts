import { queryableOf } from "@/lib/db/transaction";
import { findWaiver, listWaivers as listRows, type WaiverRow } from "@/lib/db/waivers";
import type { WaiverDto } from "@/lib/domain/regressions/waiver";
import { requirePermission, type ServiceContext } from "../context";
import { notFound } from "../errors";
import { type Page, pageOf } from "../page";
import { resolveCandidate } from "../releases/list-releases";
import { requireId } from "./list-regressions";
import { toWaiverDto } from "./waiver-dto";

/** What people decided to live with in a release, newest first. */
export async function listWaivers(args: {
  ctx: ServiceContext;
  filter: { release?: string | undefined; subject?: string | undefined };
  cursor: string | null;
  limit: number;
}): Promise<Page<WaiverDto>> {
  const { ctx, filter, cursor, limit } = args;
  requirePermission(ctx, "read");
  const release = await resolveCandidate(ctx.db, filter.release ?? null);
  if (release === null) throw notFound("No release is known yet.");
  const after = cursor === null ? null : requireId(cursor);
  const rows = await listRows(queryableOf(ctx.db), {
    releaseId: release.id,
    subject: filter.subject,
    after,
    limit: limit + 1,
  });
  const page = pageOf(rows, limit, (row) => row.id);
  return { ...page, items: page.items.map((row) => toWaiverDto(row, ctx.now())) };
}

/** @throws NOT_FOUND */
export async function requireWaiver(ctx: ServiceContext, id: string): Promise<WaiverRow> {
  const row = await findWaiver(ctx.db, id);
  if (row !== null) return row;
  throw notFound("There is no waiver with this id.");
}
