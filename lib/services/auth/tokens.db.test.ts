import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { touchToken } from "@/lib/db/auth-tokens";
import type { Database } from "@/lib/db/client";
import { SCOPES } from "@/lib/domain/auth/actor";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { listAudit } from "../audit/list-audit";
import { actorOfToken } from "./actor-of-token";
import { createToken } from "./create-token";
import { listTokens } from "./list-tokens";
import { revokeToken } from "./revoke-token";

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const make = (input: Partial<Parameters<typeof createToken>[0]["input"]> = {}) =>
  createToken({ ctx: testContext(db), input: { name: "CI", scopes: ["ingest"], ...input } });
const who = (token: string, now = new Date(), bootstrapTokens: string[] = []) =>
  actorOfToken(token, { db, bootstrapTokens, now: () => now });
const lastUsed = async (id: string) => {
  const { items } = await listTokens({ ctx: testContext(db), cursor: null, limit: 500 });
  return items.find((item) => item.id === id)?.lastUsedAt ?? null;
};
const auditOf = async (subject: string) =>
  (await listAudit({ ctx: testContext(db), filter: { subject }, cursor: null, limit: 50 })).items;

describe("API tokens", () => {
  it("are shown once and kept as their sha256 only", async () => {
    const { id, token, ...shown } = await make({ scopes: ["ingest", "read"] });
    expect(token).toMatch(/^waggle_[A-Za-z0-9_-]{43}$/);
    expect(shown.prefix).toBe(token.slice(0, 11));
    const { rows } = await db.pool.query("SELECT * FROM api_token WHERE id = $1", [id]);
    expect(rows[0].hash).toBe(createHash("sha256").update(token).digest("hex"));
    const everywhere = await db.pool.query(
      `SELECT (SELECT json_agg(t)::text FROM api_token t) || (SELECT json_agg(a)::text FROM audit_entry a) AS text`,
    );
    expect(everywhere.rows[0].text).toContain(shown.prefix);
    expect(everywhere.rows[0].text).not.toContain(token.slice(11));
  });

  it.each(SCOPES)("stand for an actor with the scope %s and no other", async (scope) => {
    const { id, token } = await make({ name: `with ${scope}`, scopes: [scope] });
    expect(await who(token)).toEqual({ kind: "token", id, name: `with ${scope}`, scopes: [scope] });
  });

  it("are made by admins only, and not to expire in the past", async () => {
    const input = { name: "CI", scopes: ["read" as const] };
    const ctx = testContext(db, { actor: tokenActor(["ingest", "read", "operate", "approve"]) });
    await expect(createToken({ ctx, input })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(make({ expiresAt: "2020-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "INVALID" });
  });

  it("count until they expire", async () => {
    const { token } = await make({ expiresAt: "2036-01-01T00:00:00Z" });
    expect(await who(token, new Date("2035-12-31T23:59:59Z"))).not.toBeNull();
    expect(await who(token, new Date("2036-01-01T00:00:00Z"))).toBeNull();
  });

  it("end with their revocation, which is written down once", async () => {
    const { id, token } = await make();
    expect(await who(token)).not.toBeNull();
    await revokeToken({ ctx: testContext(db), id });
    expect(await who(token)).toBeNull();
    await revokeToken({ ctx: testContext(db), id });
    expect((await auditOf(id)).map((entry) => entry.action)).toEqual(["token.revoked", "token.created"]);
    const { items } = await listTokens({ ctx: testContext(db), cursor: null, limit: 1 });
    expect(items[0]).toMatchObject({ id, state: "revoked", revokedBy: { id: "test-token" } });
  });

  it("cannot be revoked when there is none", async () => {
    const id = "0197a000-0000-7000-8000-000000000000";
    await expect(revokeToken({ ctx: testContext(db), id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it.each(["", "waggle_", "waggle_short", `waggle_${"A".repeat(43)}`, `other_${"A".repeat(43)}`])(
    "that nobody made are nobody: %j",
    async (token) => {
      expect(await who(token)).toBeNull();
    },
  );

  it("of the environment are admins, whatever they look like", async () => {
    const known = ["first-bootstrap-token", "second-bootstrap-token"];
    const bootstrap = { kind: "token", id: "bootstrap", name: "bootstrap token", scopes: ["admin"] };
    expect(await who("second-bootstrap-token", new Date(), known)).toEqual(bootstrap);
    expect(await who("second-bootstrap-toke", new Date(), known)).toBeNull();
    expect(await who("second-bootstrap-token", new Date(), [])).toBeNull();
  });

  it("remember their last use to the minute", async () => {
    const { id, token } = await make();
    const start = new Date("2026-06-10T09:00:00.000Z");
    const used = (seconds: number) => new Date(start.getTime() + seconds * 1000);
    await who(token, start);
    await expect.poll(() => lastUsed(id)).toBe(start.toISOString());
    await touchToken(db, id, used(59));
    expect(await lastUsed(id)).toBe(start.toISOString());
    await who(token, used(60));
    await expect.poll(() => lastUsed(id)).toBe(used(60).toISOString());
  });

  it("are listed a page at a time", async () => {
    const first = await listTokens({ ctx: testContext(db), cursor: null, limit: 2 });
    const second = await listTokens({ ctx: testContext(db), cursor: first.nextCursor, limit: 2 });
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect(new Set(ids).size).toBe(4);
    expect(ids).toEqual([...ids].sort().reverse());
  });
});
