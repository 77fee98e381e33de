import { createHash } from "node:crypto";
import { clearRateLimit, consumeRateLimit, type RateLimitRule } from "@/lib/db/auth-rate-limits";
import type { Database } from "@/lib/db/client";

/** From one address, whatever the account. The address is what a proxy says, so it can be made up. */
export const SIGN_IN_ADDRESS_RULE: RateLimitRule = { windowSeconds: 60, max: 10 };

/** For one account, wherever the attempts come from: a made-up address does not get around this one. */
export const SIGN_IN_ACCOUNT_RULE: RateLimitRule = { windowSeconds: 900, max: 10 };

/** For links of invitations, from one address. */
export const ACCEPT_ADDRESS_RULE: RateLimitRule = { windowSeconds: 60, max: 20 };

/** Hashed, because whoever tries decides how long the address is. */
function accountKey(email: string): string {
  return `account|${createHash("sha256").update(email.trim().toLowerCase()).digest("hex")}`;
}

/** Counts an attempt on an account, known or not; returns the seconds to wait, or null when it may go on. */
export async function countSignIn(db: Database, email: string, now: Date): Promise<number | null> {
  return consumeRateLimit(db, accountKey(email), SIGN_IN_ACCOUNT_RULE, now);
}

/** A right password proves the person: what was tried before counts no more. */
export async function forgetSignIns(db: Database, email: string): Promise<void> {
  await clearRateLimit(db, accountKey(email));
}

/** Counts an attempt to accept an invitation; returns the seconds to wait, or null when it may go on. */
export async function countAcceptance(db: Database, address: string, now: Date): Promise<number | null> {
  return consumeRateLimit(db, `accept|${address}`, ACCEPT_ADDRESS_RULE, now);
}
