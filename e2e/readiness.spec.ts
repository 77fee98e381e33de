import { expect, test } from "@playwright/test";
import { RELEASE, register, reportOldNode, sendRun, unique, verdictOf } from "./evidence";
import { expectNoAxeFindings } from "./expect-no-axe-findings";
import { signInAsAdmin } from "./sign-in";

test.beforeEach(async ({ page, baseURL }) => signInAsAdmin(page, baseURL));

const boardOf = (prefix: string, more = "") => `/?release=${RELEASE}&q=${prefix}${more}`;

test("answers in a sentence, and a cell leads to its reasons", async ({ page, request }) => {
  const name = unique("board");
  await register(request, name);
  await sendRun(request, name, { failed: true });
  await page.goto(boardOf(name));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^Not yet\\. .+ of [\\d,]+ clusters can take ${RELEASE.replaceAll(".", "\\.")} now; `),
  );
  await expect(page.getByRole("link", { name: `${name}, dataplane: blocked` })).toBeVisible();
  await expect(page.getByRole("row", { name: new RegExp(`^${name}`) })).toContainText("This cluster declares");
  await page.getByRole("link", { name: `${name}, dataplane: blocked` }).hover();
  await expect(page.getByRole("tooltip")).toContainText("Connectivity suite failed");
  await page.getByRole("link", { name: `${name}, dataplane: blocked` }).click();
  await expect(page).toHaveURL(new RegExp(`/clusters/${name}\\?.*area=dataplane`));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} is blocked`);
});

test("follows the evidence without a reload", async ({ page, request }) => {
  const name = unique("live");
  await register(request, name);
  await page.goto(boardOf(name));
  await expect(page.getByRole("link", { name: `${name}, kernel: unproven` })).toBeVisible();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await reportOldNode(request, name);
  await expect(page.getByRole("link", { name: `${name}, kernel: blocked` })).toBeVisible({ timeout: 15_000 });
});

test("misses nothing that happens before it listens", async ({ page, request }) => {
  const name = unique("gap");
  await register(request, name);
  let listen: () => void = () => undefined;
  const mayListen = new Promise<void>((resolve) => {
    listen = resolve;
  });
  await page.route("**/api/v1/events*", async (route) => {
    await mayListen;
    await route.continue();
  });
  await page.goto(boardOf(name));
  await expect(page.getByRole("link", { name: `${name}, kernel: unproven` })).toBeVisible();
  await reportOldNode(request, name);
  await expect.poll(() => verdictOf(request, name), { timeout: 15_000 }).toBe("blocked");
  listen();
  await expect(page.getByRole("link", { name: `${name}, kernel: blocked` })).toBeVisible({ timeout: 10_000 });
});

test("keeps every filter in the address", async ({ page, request }) => {
  const prefix = unique("filter");
  await register(request, `${prefix}-a`, { tier: "gating" });
  await register(request, `${prefix}-b`);
  await reportOldNode(request, `${prefix}-b`);
  await page.goto(`/?release=${RELEASE}`);
  await page.getByRole("searchbox", { name: "Filter clusters" }).fill(prefix);
  await expect(page).toHaveURL(new RegExp(`q=${prefix}`));
  await expect(page.getByRole("link", { name: `${prefix}-b, kernel: blocked` })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "blocked 1" }).click();
  await expect(page).toHaveURL(/verdict=blocked/);
  await expect(page.getByText(/^1 of [\d,]+ clusters$/)).toBeVisible();
  await expect(page.locator(`[data-row="${prefix}-a"]`)).toHaveCount(0);

  await page.reload();
  await expect(page.getByRole("button", { name: "blocked 1" })).toHaveAttribute("aria-pressed", "true");
  await page.goBack();
  await expect(page.locator(`[data-row="${prefix}-a"]`)).toBeVisible();

  await page.getByRole("button", { name: "Area" }).click();
  await page.getByRole("menuitemcheckbox", { name: /^kernel/ }).click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/area=kernel/);
  await expect(page.getByRole("columnheader", { name: "policy" })).toHaveCount(0);

  await page.getByRole("searchbox", { name: "Filter clusters" }).fill("nothing-is-called-this");
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(page).not.toHaveURL(/q=|area=/);
});

test("is walked through by keyboard", async ({ page, request }) => {
  const prefix = unique("keys");
  await register(request, `${prefix}-a`);
  await register(request, `${prefix}-b`);
  await page.goto(boardOf(prefix, "&group=none"));
  await expect(page.locator(`[data-row="${prefix}-b"]`)).toBeVisible();
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Filter clusters" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await expect(page.locator(`[data-row="${prefix}-a"]`)).toBeFocused();
  await page.keyboard.press("j");
  await expect(page.locator(`[data-row="${prefix}-b"]`)).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("link", { name: `${prefix}-b, install` })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("link", { name: `${prefix}-a, install` })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/clusters/${prefix}-a\\?.*area=install`));
});

test("can be taken to a meeting", async ({ page, request, context }) => {
  const name = unique("meeting");
  await register(request, name);
  await reportOldNode(request, name);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(boardOf(name));
  await expect(page.getByRole("link", { name: `${name}, kernel: blocked` })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Copy summary" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^## Cilium ${RELEASE}`));
  expect(copied).toContain(`| ${name} | canary | blocked |`);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation", { name: "Pages" })).toHaveCount(0);
  await expect(page.getByText(`release=${RELEASE}`)).toBeVisible();
  const word = page.locator(`[data-row="${name}"] [data-verdict="blocked"]`).getByText("blocked", { exact: true });
  expect((await word.boundingBox())?.width).toBeGreaterThan(20);
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(20, 24, 31)");
});

test("says so when the release is not known", async ({ page }) => {
  await page.goto("/?release=9.9.9");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Release 9.9.9 is not known here.");
  await expect(page.getByText("/api/v1/releases/9.9.9")).toBeVisible();
});

test.describe("at 390 px", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("lists the worst first, each with a reason in words, without sideways scrolling", async ({ page, request }) => {
    const prefix = unique("narrow");
    await register(request, `${prefix}-a`);
    await register(request, `${prefix}-b`);
    await reportOldNode(request, `${prefix}-b`);
    await page.goto(boardOf(prefix));
    const cards = page.getByRole("listitem").filter({ hasText: prefix }).filter({ hasText: "install" });
    await expect(cards.first()).toContainText(`${prefix}-bblocked`, { timeout: 15_000 });
    await expect(cards.nth(1)).toContainText("unproven");
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectNoAxeFindings(page);
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`has nothing that axe finds, ${colorScheme}`, async ({ page, request }) => {
    const name = unique("axe");
    await register(request, name);
    await reportOldNode(request, name);
    await page.emulateMedia({ colorScheme });
    await page.goto(`/?release=${RELEASE}`);
    await expect(page.getByRole("link", { name: `${name}, kernel: blocked` })).toBeVisible({ timeout: 15_000 });
    await expectNoAxeFindings(page);
  });
}
