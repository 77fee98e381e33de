import { findToken, revokeToken as writeRevocation } from "@/lib/db/auth-tokens";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { notFound } from "../errors";

/** Ends a token at once, on every replica. A second time changes nothing. @throws NOT_FOUND */
export async function revokeToken({ ctx, id }: { ctx: ServiceContext; id: string }): Promise<void> {
  requirePermission(ctx, "admin");
  const token = await findToken(ctx.db, id);
  if (token === null) throw notFound("There is no token with this id.");
  await withTransaction(ctx, async (tx, pad) => {
    if (!(await writeRevocation(tx, id, ctx.actor.id, ctx.now()))) return;
    const data = { name: token.name, prefix: token.prefix };
    pad.recordAudit({ action: "token.revoked", subjectKind: "token", subjectId: id, data });
  });
}
