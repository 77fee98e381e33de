import { describe, expect, it } from "vitest";
import { CreateTokenInput, isLastUsedOutdated, tokenState } from "./token";

const now = new Date("2026-06-10T09:00:00Z");
const at = (seconds: number) => new Date(now.getTime() + seconds * 1000);

describe("tokenState", () => {
  it.each([
    [null, null, "active"],
    [null, at(1), "active"],
    [null, at(0), "expired"],
    [null, at(-1), "expired"],
    [at(-5), null, "revoked"],
    [at(-5), at(-10), "revoked"],
  ])("revoked %s, expires %s: %s", (revokedAt, expiresAt, state) => {
    expect(tokenState({ revokedAt, expiresAt }, now)).toBe(state);
  });
});

describe("isLastUsedOutdated", () => {
  it.each([
    [null, true],
    [at(-59.9), false],
    [at(-60), true],
    [at(5), false],
  ])("%s: %s", (lastUsedAt, outdated) => {
    expect(isLastUsedOutdated(lastUsedAt, now)).toBe(outdated);
  });
});

describe("CreateTokenInput", () => {
  const good = { name: "CI of team network", scopes: ["ingest", "read"] };
  it.each([
    ["as it should be", good, true],
    ["with an end", { ...good, expiresAt: "2026-07-01T00:00:00+02:00" }, true],
    ["with a null end", { ...good, expiresAt: null }, true],
    ["without scopes", { ...good, scopes: [] }, false],
    ["with a scope twice", { ...good, scopes: ["read", "read"] }, false],
    ["with a scope there is not", { ...good, scopes: ["root"] }, false],
    ["without a name", { ...good, name: "  " }, false],
    ["with a line break in the name", { ...good, name: "a\nb" }, false],
    ["with a day for an end", { ...good, expiresAt: "2026-07-01" }, false],
    ["with something else", { ...good, admin: true }, false],
  ])("%s", (_what, input, ok) => {
    expect(CreateTokenInput.safeParse(input).success).toBe(ok);
  });
});
