import type { Scope } from "@/lib/domain/auth/actor";
import type { Database } from "./client";
import type { ApiToken } from "./generated/client";
import { queryableOf, type Tx } from "./transaction";

export type { ApiToken };

export interface NewToken {
  id: string;
  name: string;
  prefix: string;
  /** sha256 of the secret, hexadecimal. */
  hash: string;
  scopes: readonly Scope[];
  createdBy: string;
  createdAt: Date;
  expiresAt: Date | null;
}

export async function insertToken(tx: Tx, token: NewToken): Promise<void> {
  await tx.query(
    `INSERT INTO api_token (id, name, prefix, hash, scopes, created_by, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      token.id,
      token.name,
      token.prefix,
      token.hash,
      [...token.scopes],
      token.createdBy,
      token.createdAt,
      token.expiresAt,
    ],
  );
}

/** Newest first, after the given id. */
export async function listTokens(db: Database, after: string | null, limit: number): Promise<ApiToken[]> {
  return db.prisma.apiToken.findMany({
    where: after === null ? {} : { id: { lt: after } },
    orderBy: { id: "desc" },
    take: limit,
  });
}

export async function findToken(db: Database, id: string): Promise<ApiToken | null> {
  return db.prisma.apiToken.findUnique({ where: { id } });
}

export async function findTokenByHash(db: Database, hash: string): Promise<ApiToken | null> {
  return db.prisma.apiToken.findUnique({ where: { hash } });
}

/** False when the token is revoked already. */
export async function revokeToken(tx: Tx, id: string, revokedBy: string, at: Date): Promise<boolean> {
  const rows = await tx.query(
    "UPDATE api_token SET revoked_at = $2, revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id",
    [id, at, revokedBy],
  );
  return rows.length === 1;
}

/** Moves the time of last use forward. Of many requests in the same minute only the first writes. */
export async function touchToken(db: Database, id: string, at: Date): Promise<void> {
  await queryableOf(db).query(
    `UPDATE api_token SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $2::timestamptz - interval '1 minute')`,
    [id, at],
  );
}
