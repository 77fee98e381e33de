import { createHash, randomBytes } from "node:crypto";

/** 32 random bytes in base64url, 43 characters: what links and tokens are made of. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** sha256, hexadecimal. No salt and no stretching: a secret of 256 random bits cannot be guessed. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
