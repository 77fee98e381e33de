import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { closeDatabase, type Database, openDatabase } from "@/lib/db/client";
import type { CreateInvitationInput } from "@/lib/domain/auth/invitation";
import { testContext } from "@/lib/testing/context";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { SYSTEM } from "../app-context";
import { listAudit } from "../audit/list-audit";
import { acceptInvitation } from "./accept-invitation";
import { createInvitation } from "./create-invitation";
import { createFirstAdmin } from "./ensure-first-admin";
import { createFirstAdminLink } from "./first-admin-link";
import { listInvitations } from "./list-invitations";
import { listUsers } from "./list-users";
import { withdrawInvitation } from "./withdraw-invitation";

const URL_HERE = "http://127.0.0.1:3000";
const PASSWORD = "correct horse battery";

let database: TestDatabase;
let db: Database;
beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  await closeDatabase(db);
  await database.drop();
});

const system = () => testContext(db, { actor: SYSTEM });
const tokenOf = (link: string | null) => new URL(link ?? "").searchParams.get("token") ?? "";
const invite = (input: Partial<CreateInvitationInput> = {}) =>
  createInvitation({ ctx: testContext(db), input: { role: "operator", expiresInHours: 1, ...input } });
const accept = (token: string, email = "ada@example.org", on = db) =>
  acceptInvitation({ ctx: testContext(on), input: { token, name: "Ada", email, password: PASSWORD } });
const people = async () => (await listUsers({ ctx: testContext(db), cursor: null, limit: 50 })).items;
const actions = async () =>
  (await listAudit({ ctx: testContext(db), filter: {}, cursor: null, limit: 50 })).items.map((entry) => entry.action);

describe("an invitation", () => {
  it("makes one account with its role, and the audit says who", async () => {
    const { link, id } = await invite({ role: "approver" });
    expect(link).toMatch(/^http:\/\/127\.0\.0\.1:3000\/welcome\?token=[A-Za-z0-9_-]{43}$/);
    await accept(tokenOf(link));
    const [ada] = await people();
    expect(ada).toMatchObject({ name: "Ada", email: "ada@example.org", role: "approver", disabledAt: null });
    const { items } = await listInvitations({ ctx: testContext(db), cursor: null, limit: 5 });
    expect(items[0]).toMatchObject({ id, state: "used", usedBy: { id: ada?.id, name: "Ada" } });
    expect(await actions()).toEqual(["user.created", "invitation.accepted", "invitation.created"]);
    const log = await db.pool.query("SELECT json_agg(a)::text AS text FROM audit_entry a");
    expect(log.rows[0].text).not.toContain(tokenOf(link));
    expect(log.rows[0].text).not.toContain(PASSWORD);
  });

  it("lets one of many in who follow its link at once, over connections of their own", async () => {
    const { link } = await invite();
    const replicas = [db, openDatabase(database.url), openDatabase(database.url)];
    const answers = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) =>
        accept(tokenOf(link), `person-${index}@example.org`, replicas[index % replicas.length]),
      ),
    );
    await Promise.all(replicas.slice(1).map(closeDatabase));
    const refused = answers.filter((answer) => answer.status === "rejected").map((answer) => answer.reason.code);
    expect(refused).toEqual(Array(8).fill("CONFLICT"));
    expect(await people()).toHaveLength(1);
    expect((await actions()).filter((action) => action === "invitation.accepted")).toHaveLength(1);
    const accounts = await db.pool.query("SELECT count(*)::int AS n FROM account");
    expect(accounts.rows[0].n).toBe(1);
  });

  it("is not used up by an address that has an account", async () => {
    await accept(tokenOf((await invite()).link));
    const { link } = await invite();
    await expect(accept(tokenOf(link))).rejects.toMatchObject({ code: "CONFLICT" });
    await accept(tokenOf(link), "grace@example.org");
    expect(await people()).toHaveLength(2);
  });

  it("for one address is not for another", async () => {
    const { link } = await invite({ email: "grace@example.org" });
    await expect(accept(tokenOf(link))).rejects.toMatchObject({ code: "INVALID" });
    await accept(tokenOf(link), "grace@example.org");
  });

  it("ends with its time", async () => {
    const { link } = await invite();
    const ctx = testContext(db, { now: () => new Date(Date.now() + 3_600_001) });
    const input = { token: tokenOf(link), name: "Ada", email: "ada@example.org", password: PASSWORD };
    await expect(acceptInvitation({ ctx, input })).rejects.toMatchObject({
      code: "CONFLICT",
      more: { extra: { state: "expired" } },
    });
    expect(await people()).toEqual([]);
  });

  it("can be withdrawn while it is unused", async () => {
    const { id, link } = await invite();
    await withdrawInvitation({ ctx: testContext(db), id });
    await expect(accept(tokenOf(link))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(withdrawInvitation({ ctx: testContext(db), id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const used = await invite();
    await accept(tokenOf(used.link));
    await expect(withdrawInvitation({ ctx: testContext(db), id: used.id })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("the first admin", () => {
  it("comes in by the newest link only, and no link is given after", async () => {
    const older = await createFirstAdminLink(system(), URL_HERE);
    const newer = await createFirstAdminLink(system(), URL_HERE);
    await expect(accept(tokenOf(older))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await accept(tokenOf(newer));
    expect(await people()).toMatchObject([{ role: "admin" }]);
    expect(await createFirstAdminLink(system(), URL_HERE)).toBeNull();
  });

  it("has one link, however many ask at once", async () => {
    const links = await Promise.all(Array.from({ length: 4 }, () => createFirstAdminLink(system(), URL_HERE)));
    expect(new Set(links).size).toBe(4);
    const { items } = await listInvitations({ ctx: testContext(db), cursor: null, limit: 50 });
    expect(items).toHaveLength(1);
  });

  it("made from the environment voids the link that was printed", async () => {
    const link = await createFirstAdminLink(system(), URL_HERE);
    expect(await createFirstAdmin(system(), { email: "Root@Example.org", password: PASSWORD })).toBe(true);
    await expect(accept(tokenOf(link))).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await people()).toMatchObject([{ email: "root@example.org", role: "admin" }]);
  });

  it("is made once, by however many workers", async () => {
    const admin = { email: "root@example.org", password: PASSWORD };
    const made = await Promise.all(Array.from({ length: 4 }, () => createFirstAdmin(system(), admin)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await createFirstAdmin(system(), { ...admin, email: "other@example.org" })).toBe(false);
    expect(await people()).toHaveLength(1);
  });
});
