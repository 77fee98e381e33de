import { describe, expect, it } from "vitest";
import { invitationState } from "./invitation";
import { EmailSchema, isLastAdminLost, PasswordSchema } from "./user";

describe("isLastAdminLost", () => {
  it.each([
    ["the only admin becomes operator", ["a"], "a", { role: "operator", disabled: false }, true],
    ["the only admin is disabled", ["a"], "a", { role: "admin", disabled: true }, true],
    ["the only admin stays", ["a"], "a", { role: "admin", disabled: false }, false],
    ["one of two admins becomes viewer", ["a", "b"], "a", { role: "viewer", disabled: false }, false],
    ["somebody else is disabled", ["a"], "b", { role: "viewer", disabled: true }, false],
    ["a disabled admin stays disabled", ["a"], "b", { role: "admin", disabled: true }, false],
  ] as const)("%s", (_what, admins, id, after, lost) => {
    expect(isLastAdminLost(admins, id, after)).toBe(lost);
  });
});

describe("invitationState", () => {
  const now = new Date("2026-06-10T09:00:00Z");
  const later = new Date("2026-06-10T09:00:01Z");
  it.each([
    [{ usedAt: null, expiresAt: later }, "open"],
    [{ usedAt: null, expiresAt: now }, "expired"],
    [{ usedAt: now, expiresAt: now }, "used"],
  ])("%j: %s", (invitation, state) => {
    expect(invitationState(invitation, now)).toBe(state);
  });
});

it("keeps e-mail addresses as sign-in compares them", () => {
  expect(EmailSchema.parse(" Ada.Novak@Example.ORG ")).toBe("ada.novak@example.org");
  expect(EmailSchema.safeParse("ada").success).toBe(false);
});

it.each([
  [11, false],
  [12, true],
  [128, true],
  [129, false],
])("a password of %i characters: %s", (length, ok) => {
  expect(PasswordSchema.safeParse("p".repeat(length)).success).toBe(ok);
});
