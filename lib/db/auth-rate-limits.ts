import type { Database } from "./client";
import { queryableOf } from "./transaction";

export interface RateLimitRule {
  windowSeconds: number;
  /** Attempts allowed in one window. */
  max: number;
}

const FORGET_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * Counts one attempt and says whether it is within the rule, in one statement, so that replicas cannot both take the
 * last one. The id is made up anew, so that `key` alone can collide: ON CONFLICT waits for one index only. A window begins with its first attempt; `last_request` holds that moment. Returns the seconds until the
 * window ends, or null when the attempt is allowed.
 */
export async function consumeRateLimit(
  db: Database,
  key: string,
  rule: RateLimitRule,
  now: Date,
): Promise<number | null> {
  const windowMs = rule.windowSeconds * 1000;
  const on = queryableOf(db);
  const [row] = await on.query<{ count: number; since: string }>(
    `INSERT INTO rate_limit AS r (id, key, count, last_request) VALUES (gen_random_uuid()::text, $1, 1, $2)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN r.last_request <= $2 - $3::bigint THEN 1 ELSE r.count + 1 END,
       last_request = CASE WHEN r.last_request <= $2 - $3::bigint THEN $2 ELSE r.last_request END
     RETURNING count, last_request AS since`,
    [key, now.getTime(), windowMs],
  );
  if (row === undefined) throw new Error("an upsert returned no row");
  if (row.count === 1)
    await on.query("DELETE FROM rate_limit WHERE last_request < $1", [now.getTime() - FORGET_AFTER_MS]);
  if (row.count <= rule.max) return null;
  return Math.max(1, Math.ceil((Number(row.since) + windowMs - now.getTime()) / 1000));
}

/** Takes one attempt back. */
export async function returnAttempt(db: Database, key: string): Promise<void> {
  await queryableOf(db).query("UPDATE rate_limit SET count = count - 1 WHERE key = $1 AND count > 0", [key]);
}

/** Forgets the attempts counted under a key. */
export async function clearRateLimit(db: Database, key: string): Promise<void> {
  await queryableOf(db).query("DELETE FROM rate_limit WHERE key = $1", [key]);
}
