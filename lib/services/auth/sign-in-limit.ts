import { createHash } from "node:crypto";
import { clearRateLimit, consumeRateLimit, type RateLimitRule, returnAttempt } from "@/lib/db/auth-rate-limits";
import type { Database } from "@/lib/db/client";

/** Wrong ones from one address, whatever the account. The address is what a proxy says, so it can be made up. */
export const SIGN_IN_ADDRESS_RULE: RateLimitRule = { windowSeconds: 60, max: 10 };

/** Wrong ones from callers whose address no header says plainly, as behind two proxies: all of them share this. */
export const SIGN_IN_UNKNOWN_RULE: RateLimitRule = { windowSeconds: 60, max: 100 };

/** Wrong ones for one account, wherever the attempts come from: a made-up address does not get around this one. */
export const SIGN_IN_ACCOUNT_RULE: RateLimitRule = { windowSeconds: 900, max: 10 };

/** For links of invitations, from one address. */
export const ACCEPT_ADDRESS_RULE: RateLimitRule = { windowSeconds: 60, max: 20 };

/** Who tries to sign in, and from where. */
export interface SignInAttempt {
  email: string;
  /** Null when it is not known. */
  address: string | null;
}

/** Hashed, because whoever tries decides how long the address is. */
function accountKey({ email }: SignInAttempt): string {
  return `account|${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}

function addressKey({ address }: SignInAttempt): string {
  return `sign-in|${address ?? "unknown"}`;
}

/** Counts an attempt, on an account or on none; returns the seconds to wait, or null when it may go on. */
export async function countSignIn(db: Database, attempt: SignInAttempt, now: Date): Promise<number | null> {
  const rule = attempt.address === null ? SIGN_IN_UNKNOWN_RULE : SIGN_IN_ADDRESS_RULE;
  const wait = await consumeRateLimit(db, addressKey(attempt), rule, now);
  return wait ?? consumeRateLimit(db, accountKey(attempt), SIGN_IN_ACCOUNT_RULE, now);
}

/** A right password proves the person: what was tried before on the account, and this attempt, count no more. */
export async function forgiveSignIn(db: Database, attempt: SignInAttempt): Promise<void> {
  await clearRateLimit(db, accountKey(attempt));
  await returnAttempt(db, addressKey(attempt));
}

/** Counts an attempt to accept an invitation; returns the seconds to wait, or null when it may go on. */
export async function countAcceptance(db: Database, address: string, now: Date): Promise<number | null> {
  return consumeRateLimit(db, `accept|${address}`, ACCEPT_ADDRESS_RULE, now);
}
