import { describe, expect, it } from "vitest";
import type { TokenDto } from "@/lib/domain/auth/token";
import { endOf, tokensSentence } from "./token-words";

const now = new Date("2026-06-10T09:00:00Z");

function token(changes: Partial<TokenDto>): TokenDto {
  return {
    id: "1",
    name: "CI",
    prefix: "waggle_abcd",
    scopes: ["read"],
    state: "active",
    createdBy: { id: "u", name: "Ada" },
    createdAt: "2026-06-01T00:00:00Z",
    expiresAt: null,
    lastUsedAt: null,
    revokedAt: null,
    revokedBy: null,
    ...changes,
  };
}

describe("tokensSentence", () => {
  it.each([
    ["nothing", [], "No API token can act here."],
    ["ended ones only", [token({ state: "revoked" }), token({ state: "expired" })], "No API token can act here."],
    ["a new one", [token({})], "1 API token can act here."],
    [
      "an old one never used",
      [token({ createdAt: "2026-05-01T00:00:00Z" }), token({})],
      "2 API tokens can act here; 1 has not been used for 30 d.",
    ],
    [
      "an old one in use",
      [token({ createdAt: "2025-01-01T00:00:00Z", lastUsedAt: "2026-06-10T08:59:00Z" })],
      "1 API token can act here.",
    ],
  ])("says %s", (_what, tokens, sentence) => {
    expect(tokensSentence(tokens, now)).toBe(sentence);
  });
});

it("ends a token after its lifetime", () => {
  expect(endOf("30", now)).toBe("2026-07-10T09:00:00.000Z");
  expect(endOf("never", now)).toBeNull();
});
