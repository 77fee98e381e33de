import type { Scope } from "@/lib/domain/auth/actor";
import type { TokenDto } from "@/lib/domain/auth/token";

/** What each scope is for, in words that follow its name. */
export const SCOPE_WORDS: Readonly<Record<Scope, string>> = {
  ingest: "send gate runs and node reports",
  read: "see what the API shows",
  operate: "change releases and run rollouts",
  approve: "approve waves",
  admin: "all of these, and clusters, tokens and people",
};

const IDLE_DAYS = 30;

/** "3 API tokens can act here; 1 has not been used for 30 d." */
export function tokensSentence(tokens: readonly TokenDto[], now: Date): string {
  const active = tokens.filter((token) => token.state === "active");
  if (active.length === 0) return "No API token can act here.";
  const idleSince = now.getTime() - IDLE_DAYS * 24 * 3_600_000;
  const idle = active.filter((token) => Date.parse(token.lastUsedAt ?? token.createdAt) < idleSince).length;
  const some = active.length === 1 ? "1 API token can act here" : `${active.length} API tokens can act here`;
  if (idle === 0) return `${some}.`;
  return `${some}; ${idle} ${idle === 1 ? "has" : "have"} not been used for ${IDLE_DAYS} d.`;
}

/** How long a new token may count, in days; null for ever. */
export const LIFETIMES = [
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "1 year" },
  { value: "never", label: "until it is revoked" },
] as const;
export type Lifetime = (typeof LIFETIMES)[number]["value"];

/** The end of a token that begins now. RFC 3339. */
export function endOf(lifetime: Lifetime, now: Date): string | null {
  return lifetime === "never" ? null : new Date(now.getTime() + Number(lifetime) * 24 * 3_600_000).toISOString();
}
