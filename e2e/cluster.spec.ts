import { expect, test } from "@playwright/test";
import { RELEASE, register, reportOldNode, retire, sendRun, unique } from "./evidence";
import { expectNoAxeFindings } from "./expect-no-axe-findings";
import { signInAsAdmin } from "./sign-in";

test.beforeEach(async ({ page, baseURL }) => signInAsAdmin(page, baseURL));

const pageOf = (name: string, more = "") => `/clusters/${name}?release=${RELEASE}${more}`;

test("opens every reason down to its evidence", async ({ page, request }) => {
  const name = unique("why");
  await register(request, name);
  const run = await sendRun(request, name, { failed: true });
  await reportOldNode(request, name);
  await page.goto(pageOf(name));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${name} is blocked`, { timeout: 15_000 });
  const reason = page.getByRole("listitem").filter({ hasText: "Connectivity suite failed" }).first();
  await expect(reason).toContainText("pod-to-pod");
  await expect(reason.getByRole("link", { name: /^Run of/ })).toHaveAttribute("href", `/gates/runs/${run}`);
  await expect(reason.getByRole("link", { name: "Gate connectivity-suite" })).toHaveAttribute(
    "href",
    `/gates/connectivity-suite?cluster=${name}`,
  );
  const kernel = page.getByRole("listitem").filter({ hasText: "Kernel below" }).first();
  await expect(kernel.getByRole("link", { name: /^Nodes, requirement/ })).toHaveAttribute(
    "href",
    new RegExp(`^/nodes\\?cluster=${name}&requirement=`),
  );
  await expect(kernel.getByRole("link", { name: /opens in a new tab/ })).toHaveAttribute("href", /^https:\/\//);
  await expect(page.getByRole("row", { name: /4\.9\.0-19-amd64/ })).toContainText("incompatible");
  await expect(page.getByRole("figure", { name: /by day/ })).toContainText("overall");
  await page.getByRole("table", { name: "Gate runs" }).getByRole("link", { name: "connectivity-suite" }).click();
  await expect(page).toHaveURL(new RegExp(`/gates/runs/${run}`));
});

test("marks the reasons of the area in the address", async ({ page, request }) => {
  const name = unique("area");
  await register(request, name);
  await reportOldNode(request, name);
  await page.goto(pageOf(name, "&area=kernel"));
  await expect(page.locator("[data-marked]").first()).toContainText("kernel", { timeout: 15_000 });
  const policy = page.getByRole("complementary").getByRole("button", { name: /^policy/ });
  await policy.click();
  await expect(page).toHaveURL(/area=policy/);
  await expect(policy).toHaveAttribute("aria-pressed", "true");
  await expect(page.locator("[data-marked]").first()).toContainText("policy");
  await page.goBack();
  await expect(page.locator("[data-marked]").first()).toContainText("kernel");
});

test("shows how to send the first evidence, and follows it", async ({ page, request, baseURL }) => {
  const name = unique("first");
  await register(request, name);
  await page.goto(pageOf(name));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    `${name} is unproven: nothing has been reported for ${RELEASE}`,
  );
  await expect(page.getByText(`--server ${baseURL} --cluster ${name}`)).toBeVisible();
  await expect(page.getByText(`'${baseURL}/api/v1/gate-runs?cluster=${name}&release=${RELEASE}`)).toBeVisible();
  await reportOldNode(request, name);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("is blocked", { timeout: 15_000 });
  await expect(page.getByText("Send the first evidence")).toHaveCount(0);
});

test("tells a cluster that is not there from one that was retired", async ({ page, request }) => {
  const name = unique("gone");
  await page.goto(pageOf(name));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`There is no cluster ${name}`);
  await expect(page.getByText(`/api/v1/clusters/${name}`)).toBeVisible();
  await register(request, name);
  await retire(request, name);
  await page.goto(pageOf(name));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name} is retired`);
  await expectNoAxeFindings(page);
});

test("is found in the list of clusters by its words and its verdict", async ({ page, request }) => {
  const prefix = unique("list");
  await register(request, `${prefix}-a`, { provider: "eks", labels: { team: "payments" } });
  await register(request, `${prefix}-b`, { provider: "aks" });
  await reportOldNode(request, `${prefix}-b`);
  await page.goto(`/clusters?release=${RELEASE}&q=${prefix}`);
  await expect(page.getByRole("row", { name: new RegExp(`${prefix}-b`) })).toContainText("blocked", {
    timeout: 15_000,
  });
  await page.getByRole("button", { name: "blocked 1" }).click();
  await expect(page).toHaveURL(/verdict=blocked/);
  await expect(page.getByRole("row", { name: new RegExp(`${prefix}-a`) })).toHaveCount(0);
  await page.getByRole("button", { name: "All 2" }).click();
  await page.getByRole("searchbox", { name: "Filter clusters" }).fill(`${prefix} payments`);
  await expect(page.getByRole("row", { name: new RegExp(`${prefix}-b`) })).toHaveCount(0);
  await page.getByRole("link", { name: `${prefix}-a` }).click();
  await expect(page).toHaveURL(new RegExp(`/clusters/${prefix}-a\\?release=`));
});

for (const place of [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "at 390 px", colorScheme: "light", width: 390 },
] as const) {
  test(`has nothing that axe finds, ${place.name}`, async ({ page, request }) => {
    const name = unique("axe");
    await register(request, name);
    await sendRun(request, name, { failed: true });
    await reportOldNode(request, name);
    await page.setViewportSize({ width: place.width, height: 844 });
    await page.emulateMedia({ colorScheme: place.colorScheme });
    await page.goto(pageOf(name, "&area=kernel"));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("is blocked", { timeout: 15_000 });
    await expectNoAxeFindings(page);
    await page.goto(`/clusters?release=${RELEASE}`);
    await expect(page.getByRole("link", { name })).toBeVisible();
    await expectNoAxeFindings(page);
  });
}
