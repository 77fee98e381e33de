import { thinSnapshots } from "@/lib/db/readiness-history";
import type { ServiceContext } from "../context";

/** Thins out old verdicts that nothing refers to. */
export async function thinHistory(ctx: ServiceContext): Promise<{ deleted: number }> {
  return { deleted: await thinSnapshots(ctx.db, ctx.now()) };
}
