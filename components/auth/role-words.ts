import type { Role } from "@/lib/domain/auth/actor";

/** What each role may do, in words that follow its name. */
export const ROLE_WORDS: Readonly<Record<Role, string>> = {
  viewer: "sees everything and changes nothing",
  operator: "sees everything, sends evidence and runs rollouts",
  approver: "does what an operator does, and approves waves",
  admin: "may do everything: register clusters, make tokens, invite people, approve waves",
};

/** "an operator", "a viewer". */
export function withArticle(role: Role): string {
  return `${/^[aeiou]/.test(role) ? "an" : "a"} ${role}`;
}
