import { markOutdatedBoards } from "@/lib/db/outbox";
import { markOutdatedPolicy } from "@/lib/db/readiness";
import { POLICY_VERSION } from "@/lib/domain/readiness/policy-version";
import { ensureFirstAdmin } from "../auth/ensure-first-admin";
import { type ServiceContext, withTransaction } from "../context";
import { BOARD_RULES } from "../regressions/board-rules";

/** What a worker does before its first job: the first admin, if the environment names one, and verdicts and boards of older rules. */
export async function startUp(ctx: ServiceContext): Promise<void> {
  await ensureFirstAdmin(ctx);
  await withTransaction(ctx, async (tx) => {
    await markOutdatedPolicy(tx, POLICY_VERSION);
    await markOutdatedBoards(tx, BOARD_RULES);
  });
}
