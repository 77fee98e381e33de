import { enqueuePulls, listDueSources } from "@/lib/db/metric-sources";
import { queryableOf } from "@/lib/db/transaction";
import type { ServiceContext } from "../context";

/** Asks for a pull of each cluster that has a finished hour to ask for. A job, each five minutes. */
export async function schedulePulls(ctx: ServiceContext): Promise<{ due: number }> {
  const due = await listDueSources(ctx.db, ctx.now());
  if (due.length > 0) await enqueuePulls(queryableOf(ctx.db), due);
  return { due: due.length };
}
