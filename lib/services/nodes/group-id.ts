import { createHash } from "node:crypto";

/** Sixteen digits of a hash are enough to tell a few hundred groups apart, and short enough for an address. */
const DIGITS = 16;

/** What stands for a group of nodes in addresses, made of its key. */
export function groupIdOf(key: string): string {
  return createHash("sha256").update(key).digest("hex").slice(0, DIGITS);
}
