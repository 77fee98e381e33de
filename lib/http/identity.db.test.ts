import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { closeDatabase } from "@/lib/db/client";
import type { Role } from "@/lib/domain/auth/actor";
import { contextFor, database, SYSTEM } from "@/lib/services/app-context";
import { listAudit } from "@/lib/services/audit/list-audit";
import { changeUser } from "@/lib/services/auth/change-user";
import { createToken } from "@/lib/services/auth/create-token";
import { createUser, prepareUser } from "@/lib/services/auth/create-user";
import { withTransaction } from "@/lib/services/context";
import { createTestDatabase, type TestDatabase } from "@/lib/testing/database";
import { authenticate } from "./actor";
import { authRoute } from "./auth-route";

const HERE = "http://127.0.0.1:3000";
const PASSWORD = "correct horse battery";
const BOOTSTRAP = "bootstrap-token-of-this-test";

let scratch: TestDatabase;
const ctx = () => contextFor(SYSTEM, "identity-test");

beforeAll(async () => {
  scratch = await createTestDatabase();
  vi.stubEnv("DATABASE_URL", scratch.url);
  vi.stubEnv("WAGGLE_SECRET", "3mP9xK7vQ2rT8wY5zB4nC6dF1gH0jL-_sA");
  vi.stubEnv("WAGGLE_BOOTSTRAP_TOKEN", BOOTSTRAP);
  vi.stubEnv("LOG_LEVEL", "silent");
});
afterAll(async () => {
  await closeDatabase(database());
  await scratch.drop();
  vi.unstubAllEnvs();
});

let people = 0;
async function person(role: Role = "operator"): Promise<{ id: string; email: string }> {
  people += 1;
  const email = `person-${people}@example.org`;
  const user = await prepareUser(ctx(), { name: `Person ${people}`, email, password: PASSWORD });
  await withTransaction(ctx(), (tx, pad) => createUser(ctx(), tx, pad, { ...user, role }));
  return { id: user.id, email };
}

let addresses = 0;
/** From an address of its own, so that tests do not use up each other's attempts. */
function call(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  addresses += 1;
  return authRoute(
    new Request(`${HERE}/api/auth${path}`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        host: "127.0.0.1:3000",
        origin: HERE,
        "x-forwarded-for": `10.0.${addresses >> 8}.${addresses & 255}`,
        ...headers,
      },
      body: JSON.stringify(body),
    }),
  );
}
const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  call("/sign-in/email", { email, password }, headers);
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
const request = (headers: Record<string, string>) => new Request(`${HERE}/api/v1/clusters`, { headers });
const read = (headers: Record<string, string>) => authenticate(request(headers), { isWrite: false });
const write = (headers: Record<string, string>) => authenticate(request(headers), { isWrite: true });
const actionsOf = async (subject: string) =>
  (await listAudit({ ctx: ctx(), filter: { subject }, cursor: null, limit: 20 })).items.map((entry) => entry.action);

describe("signing in", () => {
  it("gives a cookie that scripts cannot read, and stands for the person", async () => {
    const { id, email } = await person("approver");
    const answer = await signIn(email.toUpperCase());
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie().join()).toMatch(/^waggle\.session_token=.*HttpOnly.*SameSite=Lax/i);
    expect(await read({ cookie: cookieOf(answer) })).toMatchObject({ kind: "user", id, role: "approver" });
    expect(await actionsOf(id)).toEqual(["user.signed-in", "user.created"]);
  });

  it.each([
    ["a wrong password", (email: string) => signIn(email, "wrong horse battery"), 401, "UNAUTHENTICATED"],
    ["nobody's address", () => signIn("nobody@example.org"), 401, "UNAUTHENTICATED"],
    ["no address", () => call("/sign-in/email", { password: PASSWORD }), 422, "INVALID"],
    ["another site", (email: string) => signIn(email, PASSWORD, { origin: "https://evil.example" }), 403, "FORBIDDEN"],
    ["a large body", (email: string) => signIn(email, "p".repeat(20_000)), 413, "TOO_LARGE"],
  ])("refuses %s", async (_what, attempt, status, code) => {
    const answer = await attempt((await person()).email);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.headers.get("content-type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ code, status });
  });

  it("works under both names of this machine", async () => {
    const { email } = await person();
    const elsewhere = { origin: "http://localhost:3000", host: "localhost:3000" };
    const answer = await signIn(email, PASSWORD, elsewhere);
    expect(answer.status).toBe(200);
    await expect(write({ ...elsewhere, cookie: cookieOf(answer) })).resolves.toMatchObject({ kind: "user" });
  });

  it("stops guessing at one account, wherever it comes from, and lets the person in again later", async () => {
    const { email } = await person();
    const guesses = await Promise.all(Array.from({ length: 12 }, () => signIn(email, "wrong horse battery")));
    expect(guesses.map((answer) => answer.status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
    const refused = await signIn(email);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(800);
    await database().pool.query("UPDATE rate_limit SET last_request = last_request - 900001");
    expect((await signIn(email)).status).toBe(200);
  });

  it("counts attempts from one address over all accounts", async () => {
    const headers = { "x-forwarded-for": "192.0.2.7" };
    const guesses = await Promise.all(
      Array.from({ length: 12 }, (_, index) => signIn(`guess-${index}@example.org`, PASSWORD, headers)),
    );
    expect(guesses.map((answer) => answer.status).sort()).toEqual([...Array(10).fill(401), 429, 429]);
  });

  it("does not count right passwords, from however many people behind one address", async () => {
    const headers = { "x-forwarded-for": "192.0.2.8" };
    const { email } = await person();
    for (let round = 0; round < 12; round += 1) expect((await signIn(email, PASSWORD, headers)).status).toBe(200);
  });

  it("does not count what came before a right password", async () => {
    const { email } = await person();
    for (let round = 0; round < 3; round += 1) {
      for (let guess = 0; guess < 6; guess += 1) await signIn(email, "wrong horse battery");
      expect((await signIn(email)).status).toBe(200);
    }
  });

  it("is all that is open: nothing else of the library is there", async () => {
    const closed = [
      "/sign-up/email",
      "/update-user",
      "/change-email",
      "/get-session",
      "/request-password-reset",
      "/ok",
    ];
    for (const path of closed) {
      const answer = await call(path, { email: "new@example.org", password: PASSWORD, name: "New" });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe("a session", () => {
  it("ends with sign-out, on the server too", async () => {
    const { id, email } = await person();
    const cookie = cookieOf(await signIn(email));
    expect((await call("/sign-out", {}, { cookie })).status).toBe(200);
    await expect(read({ cookie })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    expect((await actionsOf(id))[0]).toBe("user.signed-out");
  });

  it("ends when the person is disabled, who cannot begin another", async () => {
    await person("admin");
    const { id, email } = await person();
    const cookie = cookieOf(await signIn(email));
    await changeUser({ ctx: ctx(), id, input: { disabled: true } });
    await expect(read({ cookie })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    const answer = await signIn(email);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.json()).toMatchObject({ code: "FORBIDDEN", detail: expect.stringContaining("disabled") });
    expect((await signIn(email, "wrong horse battery")).status).toBe(401);
  });

  it("has the role of this moment", async () => {
    const { id, email } = await person("viewer");
    const cookie = cookieOf(await signIn(email));
    await changeUser({ ctx: ctx(), id, input: { role: "approver" } });
    expect(await read({ cookie })).toMatchObject({ role: "approver" });
  });

  it("is not made of a forged cookie", async () => {
    const { email } = await person();
    const cookie = cookieOf(await signIn(email));
    const [name, value = ""] = cookie.split("=");
    const token = decodeURIComponent(value).split(".")[0];
    await expect(read({ cookie: `${name}=${token}` })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
    await expect(read({ cookie: `${name}=${token}.AAAA` })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  it.each([
    ["its own page", { origin: HERE, host: "127.0.0.1:3000" }, true],
    ["no Origin", { host: "127.0.0.1:3000" }, false],
    ["another site", { origin: "https://evil.example", host: "127.0.0.1:3000" }, false],
    ["a sandboxed frame", { origin: "null", host: "127.0.0.1:3000" }, false],
  ])("writes from %s: %o", async (_what, headers: Record<string, string>, allowed) => {
    const { email } = await person();
    const cookie = cookieOf(await signIn(email));
    await expect(read({ ...headers, cookie })).resolves.toMatchObject({ kind: "user" });
    const attempt = write({ ...headers, cookie });
    if (allowed) await expect(attempt).resolves.toMatchObject({ kind: "user" });
    else await expect(attempt).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a bearer token", () => {
  it("needs no Origin, and goes before a cookie", async () => {
    const { email } = await person();
    const cookie = cookieOf(await signIn(email));
    const { token, id } = await createToken({ ctx: ctx(), input: { name: "CI", scopes: ["ingest"] } });
    expect(await write({ authorization: `Bearer ${token}`, cookie })).toMatchObject({ kind: "token", id });
    expect(await write({ authorization: `bearer ${BOOTSTRAP}` })).toMatchObject({ id: "bootstrap", scopes: ["admin"] });
  });

  it("is refused in the same words whatever is wrong with it, also beside a good cookie", async () => {
    const { email } = await person();
    const cookie = cookieOf(await signIn(email));
    const expired = await createToken({
      ctx: ctx(),
      input: { name: "CI", scopes: ["read"], expiresAt: "2036-01-01T00:00:00Z" },
    });
    await database().pool.query("UPDATE api_token SET expires_at = now() WHERE id = $1", [expired.id]);
    const words = await Promise.all(
      ["x", `waggle_${"A".repeat(43)}`, expired.token].map((token) =>
        read({ authorization: `Bearer ${token}`, cookie }).catch((error: Error) => error.message),
      ),
    );
    expect(words).toEqual(Array(3).fill("This API token is not valid, or not any more."));
  });

  it.each(["Basic YTpi", "Bearer", "Bearer a b", ""])("is what Authorization must hold: %j", async (authorization) => {
    await expect(read({ authorization })).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });
});

it("is nobody without either", async () => {
  await expect(read({})).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
});
