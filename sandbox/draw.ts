import { createHash } from "node:crypto";

/**
 * Chance without a state: a number in [0, 1) that depends on the words alone, so that the same cluster, gate and slot
 * give the same figures on every start and machine. The first 48 bits of SHA-256 (FIPS 180-4) over the words.
 */
export function draw(...words: readonly (string | number)[]): number {
  return digest(words).readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number in [0, below). */
export function drawInteger(below: number, ...words: readonly (string | number)[]): number {
  return Math.floor(draw(...words) * below);
}

/** Hexadecimal digits, at most 64: a hash as it ends the names of node pools. */
export function drawHex(length: number, ...words: readonly (string | number)[]): string {
  return digest(words).toString("hex").slice(0, length);
}

function digest(words: readonly (string | number)[]): Buffer {
  return createHash("sha256").update(words.join("\0")).digest();
}
