import { describe, expect, it } from "vitest";
import { type Actor, can, ROLES, type Role, SCOPES, type Scope } from "./actor";

// Rows: who; columns: what they may do. Written out, so that a change of a right is a change here.
const TABLE: Record<Role, readonly Scope[]> = {
  viewer: ["read"],
  operator: ["ingest", "read", "operate"],
  approver: ["ingest", "read", "operate", "approve"],
  admin: ["ingest", "read", "operate", "approve", "admin"],
};

const allowed = (actor: Actor) => SCOPES.filter((scope) => can(actor, scope));

describe("can", () => {
  it.each(ROLES)("a person who is %s", (role) => {
    expect(allowed({ kind: "user", id: "u", name: "u", role })).toEqual(TABLE[role]);
  });

  it.each(SCOPES.filter((scope) => scope !== "admin"))("a token with %s has that and nothing else", (scope) => {
    expect(allowed({ kind: "token", id: "t", name: "t", scopes: [scope] })).toEqual([scope]);
  });

  it("a token with admin may do all, one without scopes nothing", () => {
    expect(allowed({ kind: "token", id: "t", name: "t", scopes: ["admin"] })).toEqual(SCOPES);
    expect(allowed({ kind: "token", id: "t", name: "t", scopes: [] })).toEqual([]);
  });
});
