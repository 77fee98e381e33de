import { expect, type Page, test } from "@playwright/test";
import { register, unique } from "./evidence";
import { expectNoAxeFindings } from "./expect-no-axe-findings";
import { CANDIDATE, knowReleases, pushSignals, regressionsOf, STABLE } from "./regression-evidence";
import { signInAsAdmin } from "./sign-in";

const DROPS = { signal: "drop_nonpolicy", baseline: 60, candidate: 840 };
const DNS = { signal: "dns_error", baseline: 80, candidate: 900 };
const STEADY = { signal: "dns_nxdomain", baseline: 90, candidate: 90 };

test.beforeEach(async ({ page, request, baseURL }) => {
  await signInAsAdmin(page, baseURL);
  await knowReleases(request);
});

const chartOf = (page: Page) => page.getByRole("application", { name: /^Drops other than policy of / });

test("leads from a cell of the board to its cause in three clicks", async ({ page, request }) => {
  const name = unique("cause");
  await register(request, name, { installedRelease: STABLE });
  await pushSignals(request, name, [DROPS, STEADY]);
  const [id] = await regressionsOf(request, name, 1);
  await page.goto(`/?release=${CANDIDATE}&q=${name}`);
  await page.getByRole("link", { name: new RegExp(`^${name}, dataplane:`) }).click();
  const reason = page.getByRole("listitem").filter({ hasText: "Drops other than policy" }).first();
  await reason.getByRole("link", { name: /^Regression R-\d+$/ }).click();
  await expect(page).toHaveURL(new RegExp(`/regressions/${id}$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    new RegExp(`^Drops other than policy, [\\d.]+ times baseline on ${name}$`),
  );
  await expect(page.getByText("If nothing had changed, a result at least this bad would appear")).toBeVisible();
  await expect(page.getByRole("table", { name: "What explains it" })).toContainText("STALE_OR_UNROUTABLE_IP");
  await expect(chartOf(page)).toBeVisible();
  await page.getByRole("button", { name: "show as table" }).click();
  const table = page.getByRole("table", { name: "Drops other than policy, hour by hour" });
  await expect(table.getByRole("columnheader")).toHaveText([
    "Hour, UTC",
    "Candidate",
    "Baseline",
    "Usual low",
    "Usual high",
  ]);
  await expect(table.getByRole("row").nth(1)).toContainText(/8\d\.\d/);
});

test("shows the query, the figures it rests on and where the inputs are", async ({ page, request }) => {
  const name = unique("card");
  await register(request, name, { installedRelease: STABLE });
  await pushSignals(request, name, [DROPS]);
  const [id] = await regressionsOf(request, name, 1);
  await page.goto(`/regressions/${id}`);
  const query = page.getByRole("button", { name: "PromQL" });
  await expect(query).toHaveAttribute("aria-expanded", "false");
  await query.click();
  await expect(page.getByText("hubble_drop_total").first()).toBeVisible();
  const card = page.locator("[data-card]").filter({ hasText: "Evidence card" });
  await expect(card).toContainText(`${CANDIDATE}, 84`);
  await expect(card).toContainText(`${STABLE}, 6`);
  await expect(card).toContainText(/q 0\.05/);
});

test("goes to the next and the previous one with j and k", async ({ page, request }) => {
  const name = unique("steps");
  await register(request, name, { installedRelease: STABLE });
  await pushSignals(request, name, [DROPS, DNS]);
  const [id] = await regressionsOf(request, name, 2);
  await page.goto(`/regressions/${id}`);
  const crumbs = page.getByRole("navigation", { name: "Breadcrumb" });
  await expect(crumbs).toContainText(/R-\d+.*\d+ of \d+/);
  // Other tests make regressions meanwhile, so each key is held against the link beside it and not against one row.
  const goesWith = async (key: "j" | "k", name: RegExp) => {
    const step = crumbs.getByRole("link", { name });
    if ((await step.count()) === 0) return false;
    await expect(async () => {
      const href = await step.getAttribute("href", { timeout: 1_000 });
      await page.keyboard.press(key);
      await expect(page).toHaveURL(new RegExp(`${href}$`), { timeout: 3_000 });
    }).toPass({ timeout: 25_000 });
    return true;
  };
  const wentOn = await goesWith("j", /^Next: /);
  await expect(crumbs).toContainText(/R-\d+.*\d+ of \d+/);
  const wentBack = await goesWith("k", /^Previous: /);
  expect(wentOn || wentBack).toBe(true);
});

test("opens a signal in place on the page of its cluster", async ({ page, request }) => {
  const name = unique("signals");
  await register(request, name, { installedRelease: STABLE });
  await pushSignals(request, name, [STEADY, DROPS]);
  await regressionsOf(request, name, 1);
  await page.goto(`/clusters/${name}?release=${CANDIDATE}`);
  const signals = page.locator("#signals");
  await expect(signals.getByRole("link").first()).toContainText("drop_nonpolicy");
  await signals.getByRole("link", { name: /drop_nonpolicy/ }).click();
  await expect(page).toHaveURL(/signal=drop_nonpolicy/);
  await expect(chartOf(page)).toBeVisible();
  await signals.getByRole("button", { name: "Close the chart" }).click();
  await expect(chartOf(page)).toHaveCount(0);
});

test("says how metrics are sent where none come in, and that there is no such regression", async ({
  page,
  request,
}) => {
  const name = unique("silent");
  await register(request, name, { installedRelease: STABLE });
  await page.goto(`/clusters/${name}?release=${CANDIDATE}`);
  await expect(page.getByText(`/api/v1/metrics?cluster=${name}&release=${CANDIDATE}`)).toBeVisible();
  await page.goto("/regressions/01975240-0000-7000-8000-000000000000");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such regression");
});

for (const place of [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "at 390 px", colorScheme: "light", width: 390 },
] as const) {
  test(`has nothing that axe finds, ${place.name}`, async ({ page, request }) => {
    const name = unique("axe-red");
    await register(request, name, { installedRelease: STABLE });
    await pushSignals(request, name, [DROPS]);
    const [id] = await regressionsOf(request, name, 1);
    await page.setViewportSize({ width: place.width, height: 844 });
    await page.emulateMedia({ colorScheme: place.colorScheme });
    await page.goto(`/regressions/${id}`);
    await expect(chartOf(page)).toBeVisible();
    await expectNoAxeFindings(page);
    await page.goto(`/clusters/${name}?release=${CANDIDATE}&signal=drop_nonpolicy`);
    await expect(chartOf(page)).toBeVisible();
    await expectNoAxeFindings(page);
  });
}
