import AxeBuilder from "@axe-core/playwright";
import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { ADMIN, ADMIN_TOKEN } from "./server/known";

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };
const PASSWORD = "a password for one test";

let serial = 0;
function unique(name: string): string {
  serial += 1;
  return `${name}-${process.pid}-${serial}`;
}

async function fillSignIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

async function openAsAdmin(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await fillSignIn(page, ADMIN);
  await page.waitForURL((url) => url.pathname === path);
}

/** The one-time link of a new invitation. */
async function invite(request: APIRequestContext, data: { role: string; email?: string }): Promise<string> {
  const answer = await request.post("/api/v1/invitations", { headers: BEARER, data });
  expect(answer.status()).toBe(201);
  return (await answer.json()).link;
}

/** A browser of its own, in which somebody accepts an invitation. */
async function pageOfNewPerson(browser: Browser, link: string, name: string, email: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(link);
  await page.getByLabel("Name").fill(name);
  const address = page.getByLabel("E-mail address");
  if (await address.isEditable()) await address.fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByRole("button", { name: "Make the account and sign in" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  return page;
}

async function expectNoAxeFindings(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
}

test.describe("signing in", () => {
  test("brings back to the page that was asked for, and refuses a wrong password", async ({ page }) => {
    await page.goto("/settings/tokens");
    await expect(page).toHaveURL(/\/sign-in\?next=%2Fsettings%2Ftokens$/);
    await fillSignIn(page, { ...ADMIN, password: "not the password" });
    await expect(page.getByRole("main").getByRole("alert")).toContainText(/invalid email or password/i);
    await fillSignIn(page, ADMIN);
    await expect(page).toHaveURL(/\/settings\/tokens$/);
  });

  test("never leads to another site", async ({ page, baseURL }) => {
    await page.goto("/sign-in?next=//evil.example/");
    await fillSignIn(page, ADMIN);
    await page.waitForURL((url) => url.pathname !== "/sign-in");
    expect(page.url()).toBe(`${baseURL}/`);
  });

  test("works under the other name of this machine", async ({ page, baseURL }) => {
    const elsewhere = new URL("/settings/people", baseURL);
    elsewhere.hostname = "localhost";
    await page.goto(elsewhere.href);
    await fillSignIn(page, ADMIN);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("can sign in");
    expect(new URL(page.url()).hostname).toBe("localhost");
  });

  test("gives a session that cannot write from elsewhere", async ({ page }) => {
    await openAsAdmin(page, "/settings/tokens");
    const data = { name: unique("ci"), scopes: ["read"] };
    for (const headers of [{}, { origin: "https://evil.example" }]) {
      const answer = await page.request.post("/api/v1/tokens", { headers, data });
      expect([answer.status(), (await answer.json()).code]).toEqual([403, "FORBIDDEN"]);
    }
  });

  test("ends on the server when the person signs out", async ({ page }) => {
    await openAsAdmin(page, "/settings/tokens");
    await page.getByRole("button", { name: new RegExp(ADMIN.email) }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/sign-in/);
    expect((await page.request.get("/api/v1/tokens")).status()).toBe(401);
  });
});

test.describe("an invitation", () => {
  test("goes from an admin to a person, once", async ({ page, browser }) => {
    const email = `${unique("grace")}@example.org`;
    await openAsAdmin(page, "/settings/people");
    await page.getByRole("button", { name: "Invite a person" }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("option", { name: "operator" }).click();
    await page.getByLabel("For this e-mail address only (optional)").fill(email);
    await page.getByRole("button", { name: "Make the link" }).click();
    const link = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
    await page.getByRole("button", { name: "I have copied it" }).click();
    await expect(page.getByRole("table", { name: "Open invitations" })).toContainText(email);

    const grace = await pageOfNewPerson(browser, link, "Grace", email);
    await grace.goto("/settings/people");
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("You are signed in as Grace, operator.");
    await grace.goto(link);
    await expect(grace.getByRole("heading", { level: 1 })).toHaveText("This link was used already");
    await grace.context().close();

    await page.reload();
    const row = page.getByRole("table", { name: "People" }).getByRole("row").filter({ hasText: email });
    await expect(row).toContainText("operator");
  });

  test("says what is wrong with what was typed", async ({ page, request }) => {
    await page.goto(await invite(request, { role: "viewer" }));
    await page.getByLabel("Name").fill("Grace");
    await page.getByLabel("E-mail address").fill("grace");
    await page.getByLabel("Password").fill("too short");
    await page.getByRole("button", { name: "Make the account and sign in" }).click();
    await expect(page.getByLabel("E-mail address")).toHaveAccessibleDescription("Must be an e-mail address.");
    await expect(page.getByLabel("Password")).toHaveAccessibleDescription("At least 12 characters.");
  });

  test("that nobody made is said to be unknown", async ({ page }) => {
    await page.goto("/welcome?token=nonsense");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is not known");
  });
});

test("a token is shown once, works, and stops when it is revoked", async ({ page, playwright, baseURL }) => {
  const name = unique("CI of team network");
  await openAsAdmin(page, "/settings/tokens");
  await page.getByRole("button", { name: "Make a token" }).click();
  await page.getByLabel("Name").fill(name);
  await page.getByRole("checkbox", { name: /^read/ }).click();
  await page.getByRole("button", { name: "Make the token" }).click();
  const token = (await page.getByRole("dialog").locator("code").textContent()) ?? "";
  expect(token).toMatch(/^waggle_[A-Za-z0-9_-]{43}$/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "I have copied it" }).click();
  await expect(page.getByText(token)).toHaveCount(0);

  const program = await playwright.request.newContext({
    ...(baseURL === undefined ? {} : { baseURL }),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  expect((await program.get("/api/v1/tokens")).status()).toBe(200);
  expect((await program.get("/api/v1/users")).status()).toBe(403);

  await page.getByRole("button", { name: `Revoke ${name}` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Revoke the token" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("table", { name: "API tokens", exact: true }).getByText(name)).toHaveCount(0);
  expect((await program.get("/api/v1/tokens")).status()).toBe(401);
  await program.dispose();
});

test("a cluster is registered, changed and retired", async ({ page, request }) => {
  const name = unique("settings");
  await openAsAdmin(page, "/settings/clusters");
  await page.getByRole("button", { name: "Register a cluster" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Not A Name");
  await dialog.getByRole("button", { name: "Register the cluster" }).click();
  await expect(dialog.getByLabel("Name")).toHaveAccessibleDescription(/lower-case letters/i);
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("radio", { name: "gating" }).click();
  await dialog.getByRole("button", { name: "Register the cluster" }).click();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("gating");

  await page.getByRole("button", { name: `Change ${name}` }).click();
  await dialog.getByRole("checkbox", { name: /chart’s defaults/ }).click();
  await dialog.getByRole("checkbox", { name: "ipv6", exact: true }).click();
  await dialog.getByLabel("Region").fill("eu");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("5 declared");
  const stored = await (await request.get(`/api/v1/clusters/${name}`, { headers: BEARER })).json();
  expect(stored).toMatchObject({ tier: "gating", region: "eu", featuresDeclared: true });

  await page.getByRole("button", { name: `Retire ${name}` }).click();
  await dialog.getByRole("button", { name: "Retire the cluster" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(row).toHaveCount(0);
});

test("a viewer sees why nothing can be changed", async ({ browser, request }) => {
  const email = `${unique("vera")}@example.org`;
  const page = await pageOfNewPerson(browser, await invite(request, { role: "viewer" }), "Vera", email);
  for (const [path, label] of [
    ["/settings/clusters", "Register a cluster"],
    ["/settings/tokens", "Make a token"],
    ["/settings/people", "Invite a person"],
  ] as const) {
    await page.goto(path);
    const button = page.getByRole("button", { name: label });
    await expect(button).toBeDisabled();
    await expect(button).toHaveAccessibleDescription(/^Only admins .*; your role is viewer\.$/);
    await expectNoAxeFindings(page);
  }
  await page.context().close();
});

test("a person who is disabled is out at once", async ({ page, browser, request }) => {
  const email = `${unique("dora")}@example.org`;
  const dora = await pageOfNewPerson(browser, await invite(request, { role: "viewer" }), "Dora", email);
  await openAsAdmin(page, "/settings/people");
  const row = page.getByRole("row").filter({ hasText: email });
  await row.getByRole("button", { name: "Change Dora" }).click();
  await page.getByRole("checkbox", { name: /^Disabled/ }).click();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(row).toContainText("no, disabled");
  await dora.goto("/settings/tokens");
  await expect(dora).toHaveURL(/\/sign-in/);
  await fillSignIn(dora, { email, password: PASSWORD });
  await expect(dora.getByRole("main").getByRole("alert")).toContainText("This account is disabled.");
  await dora.context().close();
});

for (const [colorScheme, width] of [
  ["light", 1280],
  ["dark", 390],
] as const) {
  test.describe(`axe finds nothing, ${colorScheme}, ${width} px,`, () => {
    test.use({ colorScheme, viewport: { width, height: 800 } });

    test("on the pages for who is not signed in", async ({ page, request }) => {
      for (const path of ["/sign-in", "/welcome?token=none", await invite(request, { role: "operator" })]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoAxeFindings(page);
      }
    });

    for (const [path, button] of [
      ["/settings/people", "Invite a person"],
      ["/settings/tokens", "Make a token"],
      ["/settings/clusters", "Register a cluster"],
    ] as const) {
      test(`on ${path}`, async ({ page }) => {
        await openAsAdmin(page, path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoAxeFindings(page);
        await page.getByRole("button", { name: button }).click();
        await expect(page.getByRole("dialog")).toBeVisible();
        await expectNoAxeFindings(page);
      });
    }
  });
}
