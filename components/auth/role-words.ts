import type { Role } from "@/lib/domain/auth/actor";

/** What each role may do, in words that follow its name. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: "sees everything and changes nothing",
  operator: "sends evidence and runs rollouts",
  approver: "does that and approves waves",
  admin: "does all that, registers clusters, makes tokens and invites people",
};

/** "an operator", "a viewer". */
export function withArticle(role: Role): string {
  return `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`;
}
