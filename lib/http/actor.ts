import "server-only";
import { config } from "@/lib/config";
import type { Actor } from "@/lib/domain/auth/actor";
import { isOwnOrigin } from "@/lib/domain/auth/own-origin";
import { database } from "@/lib/services/app-context";
import { actorOfSession } from "@/lib/services/auth/actor-of-session";
import { actorOfToken } from "@/lib/services/auth/actor-of-token";
import { auth } from "@/lib/services/auth/better-auth";
import { AppError } from "@/lib/services/errors";

/**
 * Who sends this request: the holder of its bearer token, else the person of its session cookie.
 * @throws UNAUTHENTICATED without either, in the same words whatever is wrong with a token;
 *   FORBIDDEN for a write by session that does not come from a page of this product
 */
export async function authenticate(request: Request, { isWrite }: { isWrite: boolean }): Promise<Actor> {
  const authorization = request.headers.get("authorization");
  if (authorization !== null) return actorOfAuthorization(authorization);
  const actor = await actorOfSession(auth(), request.headers);
  if (actor === null)
    throw new AppError("UNAUTHENTICATED", "Sign in, or send Authorization: Bearer with an API token.");
  if (isWrite) requireOwnOrigin(request.headers, config().publicUrl);
  return actor;
}

async function actorOfAuthorization(authorization: string): Promise<Actor> {
  const token = /^Bearer +(\S+) *$/i.exec(authorization)?.[1];
  if (token === undefined) throw new AppError("UNAUTHENTICATED", "Send Authorization: Bearer with an API token.");
  const { bootstrapTokens } = config();
  const actor = await actorOfToken(token, { db: database(), bootstrapTokens, now: () => new Date() });
  if (actor === null) throw new AppError("UNAUTHENTICATED", "This API token is not valid, or not any more.");
  return actor;
}

/** A browser adds the session to any request; which page sent a write, it says in Origin. */
function requireOwnOrigin(headers: Headers, publicUrl: string): void {
  const origin = headers.get("origin");
  if (isOwnOrigin(origin, { publicUrl, host: headers.get("host") })) return;
  const what = origin === null ? "this request has no Origin header" : `this one came from ${origin.slice(0, 200)}`;
  throw new AppError("FORBIDDEN", `A signed-in browser may write from pages of ${publicUrl} only; ${what}.`);
}
