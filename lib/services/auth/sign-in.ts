import { getIP } from "better-auth/api";
import type { Database } from "@/lib/db/client";
import { AppError } from "../errors";
import { auth } from "./better-auth";
import { countAcceptance } from "./sign-in-limit";

/** Begins a session; returns its Set-Cookie headers, none when it was refused. */
export async function beginSession(
  headers: Headers,
  credentials: { email: string; password: string },
): Promise<string[]> {
  const { email, password } = credentials;
  const answer = await auth().api.signInEmail({ body: { email, password }, headers, asResponse: true });
  return answer.ok ? answer.headers.getSetCookie() : [];
}

/** @throws RATE_LIMITED after too many attempts from the caller's address */
export async function limitAcceptance(db: Database, headers: Headers, now: Date): Promise<void> {
  const address = getIP(headers, auth().options) ?? "unknown";
  const retryAfterSeconds = await countAcceptance(db, address, now);
  if (retryAfterSeconds === null) return;
  throw new AppError("RATE_LIMITED", `Too many attempts. Try again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
}
