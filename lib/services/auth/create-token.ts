import { insertToken } from "@/lib/db/auth-tokens";
import {
  type CreatedTokenDto,
  type CreateTokenInput,
  SHOWN_PREFIX_LENGTH,
  TOKEN_PREFIX,
} from "@/lib/domain/auth/token";
import { requirePermission, type ServiceContext, withTransaction } from "../context";
import { AppError } from "../errors";
import { hashSecret, newSecret } from "./secret";
import { toTokenDtos } from "./token-dto";

/** Makes an API token. The secret is in this answer and nowhere else. @throws INVALID when it expires in the past */
export async function createToken(args: { ctx: ServiceContext; input: CreateTokenInput }): Promise<CreatedTokenDto> {
  const { ctx, input } = args;
  requirePermission(ctx, "admin");
  const now = ctx.now();
  const expiresAt = input.expiresAt ? new Date(input.expiresAt) : null;
  if (expiresAt !== null && expiresAt <= now) {
    const errors = [{ pointer: "/expiresAt", detail: "must be in the future" }];
    throw new AppError("INVALID", "A token cannot expire before it is made.", { errors });
  }
  const token = `${TOKEN_PREFIX}${newSecret()}`;
  const row = {
    id: ctx.newId(),
    name: input.name,
    prefix: token.slice(0, SHOWN_PREFIX_LENGTH),
    hash: hashSecret(token),
    scopes: input.scopes,
    createdBy: ctx.actor.id,
    createdAt: now,
    expiresAt,
  };
  await withTransaction(ctx, async (tx, pad) => {
    await insertToken(tx, row);
    pad.recordAudit({
      action: "token.created",
      subjectKind: "token",
      subjectId: row.id,
      data: { name: row.name, prefix: row.prefix, scopes: row.scopes, expiresAt: expiresAt?.toISOString() ?? null },
    });
  });
  const created = { ...row, scopes: [...row.scopes], lastUsedAt: null, revokedAt: null, revokedBy: null };
  const [dto] = await toTokenDtos(ctx.db, [created], now);
  if (dto === undefined) throw new Error("a token without a shape");
  return { ...dto, token };
}
