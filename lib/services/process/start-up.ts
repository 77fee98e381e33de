import { markOutdatedPolicy } from "@/lib/db/readiness";
import { POLICY_VERSION } from "@/lib/domain/readiness/policy-version";
import { ensureFirstAdmin } from "../auth/ensure-first-admin";
import { type ServiceContext, withTransaction } from "../context";

/** What a worker does before its first job: the first admin, if the environment names one, and verdicts of older rules. */
export async function startUp(ctx: ServiceContext): Promise<void> {
  await ensureFirstAdmin(ctx);
  await withTransaction(ctx, (tx) => markOutdatedPolicy(tx, POLICY_VERSION));
}
