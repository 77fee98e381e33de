import { z } from "zod";
import { ScopeSchema } from "./actor";
import { NamedActorDto } from "./named-actor";
import { plainText } from "./plain-text";

/** `waggle_` and 32 random bytes in base64url: recognisable to scanners that look for leaked secrets. */
export const TOKEN_PREFIX = "waggle_";
export const TOKEN_PATTERN = /^waggle_[A-Za-z0-9_-]{43}$/;

/** Characters of a token that are kept in the clear: the prefix and 4 of 43, which leaves 39 × 6 bits unknown. */
export const SHOWN_PREFIX_LENGTH = TOKEN_PREFIX.length + 4;

export const TOKEN_STATES = ["active", "expired", "revoked"] as const;
export const TokenStateSchema = z.enum(TOKEN_STATES);
export type TokenState = z.infer<typeof TokenStateSchema>;

export const CreateTokenInput = z
  .object({
    name: plainText(100).meta({ description: "What uses the token, so that it can be found again" }),
    scopes: z
      .array(ScopeSchema)
      .min(1, "choose at least one scope")
      .refine((scopes) => new Set(scopes).size === scopes.length, "each scope once"),
    expiresAt: z.iso.datetime({ offset: true }).nullish(),
  })
  .strict();
export type CreateTokenInput = z.infer<typeof CreateTokenInput>;

export const TokenDto = z.object({
  id: z.string(),
  name: z.string(),
  /** The first characters, to recognise it by. */
  prefix: z.string(),
  scopes: z.array(ScopeSchema),
  state: TokenStateSchema,
  createdBy: NamedActorDto,
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  /** To the minute: a use within a minute of the last is not written down. */
  lastUsedAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  revokedBy: NamedActorDto.nullable(),
});
export type TokenDto = z.infer<typeof TokenDto>;

/** The only answer that holds the secret. */
export const CreatedTokenDto = TokenDto.extend({ token: z.string() });
export type CreatedTokenDto = z.infer<typeof CreatedTokenDto>;

/** Whether a token counts at this moment. A token that was revoked after it expired is revoked. */
export function tokenState(token: { revokedAt: Date | null; expiresAt: Date | null }, now: Date): TokenState {
  if (token.revokedAt !== null) return "revoked";
  return token.expiresAt !== null && token.expiresAt <= now ? "expired" : "active";
}

const LAST_USED_STEP_MS = 60_000;

/** Whether a use at this moment is worth a write. */
export function isLastUsedOutdated(lastUsedAt: Date | null, now: Date): boolean {
  return lastUsedAt === null || now.getTime() - lastUsedAt.getTime() >= LAST_USED_STEP_MS;
}
