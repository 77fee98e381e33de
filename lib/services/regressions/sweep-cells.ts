import { markDueCells } from "@/lib/db/cells";
import { type ServiceContext, withTransaction } from "../context";
import { type JudgedCells, judgeCells } from "./judge-cells";

/**
 * Compares again what age alone may have changed (silence, the end of a waiver or of a dismissal), and whatever a worker
 * that died left in the outbox.
 */
export async function sweepCells(ctx: ServiceContext): Promise<JudgedCells & { due: number }> {
  const due = await withTransaction(ctx, (tx) => markDueCells(tx, ctx.now()));
  return { due, ...(await judgeCells(ctx)) };
}
