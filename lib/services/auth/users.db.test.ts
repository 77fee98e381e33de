import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Role } from "@/lib/domain/auth/actor";
import { testContext, testDatabase, tokenActor } from "@/lib/testing/context";
import { listAudit } from "../audit/list-audit";
import { withTransaction } from "../context";
import { changeUser } from "./change-user";
import { createUser } from "./create-user";
import { listUsers } from "./list-users";

let db: Database;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ db, close } = await testDatabase());
});
afterEach(() => close());

async function person(id: string, role: Role): Promise<void> {
  const ctx = testContext(db);
  const user = { id, name: id, email: `${id}@example.org`, passwordHash: "not a hash", role };
  await withTransaction(ctx, (tx, pad) => createUser(ctx, tx, pad, user));
}
const session = (userId: string) =>
  db.prisma.session.create({
    data: { id: `session of ${userId}`, token: userId, userId, expiresAt: new Date(Date.now() + 3_600_000) },
  });
const change = (id: string, input: Parameters<typeof changeUser>[0]["input"]) =>
  changeUser({ ctx: testContext(db), id, input });

describe("changing a person", () => {
  it("gives another role, and the audit has before and after", async () => {
    await person("ada", "admin");
    await person("grace", "viewer");
    expect(await change("grace", { role: "approver" })).toMatchObject({ role: "approver", disabledAt: null });
    const { items } = await listAudit({ ctx: testContext(db), filter: { subject: "grace" }, cursor: null, limit: 1 });
    expect(items[0]).toMatchObject({
      action: "user.changed",
      actor: { kind: "token", id: "test-token" },
      data: { before: { role: "viewer", disabled: false }, after: { role: "approver", disabled: false } },
    });
  });

  it("signs out who is disabled, and nobody else", async () => {
    await person("ada", "admin");
    await person("grace", "operator");
    await session("ada");
    await session("grace");
    expect((await change("grace", { disabled: true })).disabledAt).not.toBeNull();
    expect((await db.prisma.session.findMany()).map((row) => row.userId)).toEqual(["ada"]);
    expect((await change("grace", { disabled: false })).disabledAt).toBeNull();
  });

  it("writes nothing down when nothing changes", async () => {
    await person("ada", "admin");
    await change("ada", { role: "admin", disabled: false });
    const { items } = await listAudit({ ctx: testContext(db), filter: { subject: "ada" }, cursor: null, limit: 9 });
    expect(items.map((entry) => entry.action)).toEqual(["user.created"]);
  });

  it("leaves the last admin who can sign in", async () => {
    await person("ada", "admin");
    await person("grace", "admin");
    await change("grace", { disabled: true });
    await expect(change("ada", { role: "viewer" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(change("ada", { disabled: true })).rejects.toMatchObject({ code: "CONFLICT" });
    await change("grace", { disabled: false });
    expect(await change("ada", { role: "viewer" })).toMatchObject({ role: "viewer" });
  });

  it("leaves one of two admins who take the role from each other at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      await person(`ada-${round}`, "admin");
      await person(`grace-${round}`, "admin");
      const answers = await Promise.allSettled([
        change(`ada-${round}`, { role: "viewer" }),
        change(`grace-${round}`, { disabled: true }),
      ]);
      expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
      await db.pool.query(`UPDATE "user" SET role = 'viewer'`);
    }
  });

  it("is for admins, and for people there are", async () => {
    await person("ada", "admin");
    const ctx = testContext(db, { actor: tokenActor(["operate", "approve"]) });
    await expect(changeUser({ ctx, id: "ada", input: { role: "viewer" } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(listUsers({ ctx, cursor: null, limit: 1 })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(change("nobody", { role: "viewer" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

it("lists people by address, a page at a time", async () => {
  for (const id of ["cora", "ada", "bela"]) await person(id, "viewer");
  const first = await listUsers({ ctx: testContext(db), cursor: null, limit: 2 });
  expect(first.items.map((user) => user.email)).toEqual(["ada@example.org", "bela@example.org"]);
  const second = await listUsers({ ctx: testContext(db), cursor: first.nextCursor, limit: 2 });
  expect(second).toMatchObject({ items: [{ email: "cora@example.org" }], nextCursor: null });
});
