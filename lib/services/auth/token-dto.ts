import type { ApiToken } from "@/lib/db/auth-tokens";
import type { Database } from "@/lib/db/client";
import { ScopeSchema } from "@/lib/domain/auth/actor";
import { type TokenDto, tokenState } from "@/lib/domain/auth/token";
import { nameActors } from "./name-actors";

/** The outward shape of tokens: never the hash. */
export async function toTokenDtos(db: Database, rows: readonly ApiToken[], now: Date): Promise<TokenDto[]> {
  const nameOf = await nameActors(
    db,
    rows.flatMap((row) => [row.createdBy, row.revokedBy]),
  );
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes.flatMap((scope) => ScopeSchema.safeParse(scope).data ?? []),
    state: tokenState(row, now),
    createdBy: nameOf(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
    revokedBy: row.revokedBy === null ? null : nameOf(row.revokedBy),
  }));
}
