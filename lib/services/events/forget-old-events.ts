import { deleteEventsBefore } from "@/lib/db/events";
import { forgetWorkersBefore } from "@/lib/db/health";
import type { ServiceContext } from "../context";

/** How long a client may be away and still resume where it was. */
const KEPT_HOURS = 24;

/** Forgets events that no client can resume from any more, and workers that are long gone. */
export async function forgetOldEvents(ctx: ServiceContext): Promise<{ before: string }> {
  const before = new Date(ctx.now().getTime() - KEPT_HOURS * 3600 * 1000);
  await deleteEventsBefore(ctx.db, before);
  await forgetWorkersBefore(ctx.db, before);
  return { before: before.toISOString() };
}
