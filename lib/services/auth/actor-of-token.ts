import { createHash, timingSafeEqual } from "node:crypto";
import { findTokenByHash, touchToken } from "@/lib/db/auth-tokens";
import type { Database } from "@/lib/db/client";
import { type Actor, ScopeSchema } from "@/lib/domain/auth/actor";
import { BOOTSTRAP_ACTOR } from "@/lib/domain/auth/named-actor";
import { isLastUsedOutdated, TOKEN_PATTERN, tokenState } from "@/lib/domain/auth/token";
import { log } from "@/lib/log";
import { hashSecret } from "./secret";

/** Where a token is looked up. */
export interface TokenSource {
  db: Database;
  /** Tokens of the environment. */
  bootstrapTokens: readonly string[];
  now: () => Date;
}

/**
 * Who a token stands for; null when it is malformed, unknown, revoked or expired. Looked up at each request: a
 * revocation counts from the next one, whichever replica made it.
 */
export async function actorOfToken(token: string, source: TokenSource): Promise<Actor | null> {
  if (isBootstrapToken(token, source.bootstrapTokens)) return { kind: "token", ...BOOTSTRAP_ACTOR, scopes: ["admin"] };
  if (!TOKEN_PATTERN.test(token)) return null;
  const now = source.now();
  const row = await findTokenByHash(source.db, hashSecret(token));
  if (row === null || tokenState(row, now) !== "active") return null;
  if (isLastUsedOutdated(row.lastUsedAt, now)) noteUse(source.db, row.id, now);
  const scopes = row.scopes.flatMap((scope) => ScopeSchema.safeParse(scope).data ?? []);
  return { kind: "token", id: row.id, name: row.name, scopes };
}

/** Compares with every token, in a time that tells nothing of how much of one was right. */
function isBootstrapToken(token: string, known: readonly string[]): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  const given = digest(token);
  return known.map((candidate) => timingSafeEqual(digest(candidate), given)).includes(true);
}

/** The request does not wait for this, and does not fail with it. */
function noteUse(db: Database, id: string, now: Date): void {
  touchToken(db, id, now).catch((error: unknown) => log().warn({ event: "token.use-not-noted", tokenId: id, error }));
}
