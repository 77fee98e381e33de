import { lastEventIdBefore } from "@/lib/db/events";
import { requirePermission, type ServiceContext } from "../context";

/** What a page shows may have been read this long before the position was, or be committed a little later. */
const OVERLAP_MS = 2_000;

/**
 * The id of an event from which a page that is drawn now can follow what happens without a gap: what is told twice
 * is only asked for again.
 */
export async function eventPosition({ ctx }: { ctx: ServiceContext }): Promise<number> {
  requirePermission(ctx, "read");
  return lastEventIdBefore(ctx.db, new Date(ctx.now().getTime() - OVERLAP_MS));
}
