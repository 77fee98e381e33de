import { markExpired } from "@/lib/db/readiness";
import { type ServiceContext, withTransaction } from "../context";
import { drainOutbox } from "./drain-outbox";

/** Judges again what age alone may have changed, and whatever a worker that died left in the outbox. */
export async function sweepExpired(ctx: ServiceContext): Promise<{ expired: number; judged: number; changed: number }> {
  const expired = await withTransaction(ctx, (tx) => markExpired(tx, ctx.now()));
  return { expired, ...(await drainOutbox(ctx)) };
}
