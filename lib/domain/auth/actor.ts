import { z } from "zod";

/** What a token may do. `admin` includes the others. */
export const SCOPES = ["ingest", "read", "operate", "approve", "admin"] as const;
export const ScopeSchema = z.enum(SCOPES);
export type Scope = z.infer<typeof ScopeSchema>;

/** What a person may do; each role includes the ones before it. */
export const ROLES = ["viewer", "operator", "approver", "admin"] as const;
export const RoleSchema = z.enum(ROLES);
export type Role = z.infer<typeof RoleSchema>;

/** Who does something: a person, a token or Waggle itself. */
export type Actor =
  | { kind: "user"; id: string; name: string; role: Role }
  | { kind: "token"; id: string; name: string; scopes: readonly Scope[] }
  | { kind: "system"; id: string; name: string };

/** A person. */
export type UserActor = Extract<Actor, { kind: "user" }>;

const ROLE_SCOPES: Record<Role, readonly Scope[]> = {
  viewer: ["read"],
  operator: ["read", "ingest", "operate"],
  approver: ["read", "ingest", "operate", "approve"],
  admin: SCOPES,
};

/** The scopes an actor holds. */
export function scopesOf(actor: Actor): readonly Scope[] {
  if (actor.kind === "system") return SCOPES;
  if (actor.kind === "user") return ROLE_SCOPES[actor.role];
  return actor.scopes.includes("admin") ? SCOPES : actor.scopes;
}

/** Whether the actor may do what needs this scope. */
export function can(actor: Actor, scope: Scope): boolean {
  return scopesOf(actor).includes(scope);
}
