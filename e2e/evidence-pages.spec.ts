import { expect, test } from "@playwright/test";
import { RELEASE, register, reportOldNode, sendRun, unique } from "./evidence";
import { expectNoAxeFindings } from "./expect-no-axe-findings";
import { ADMIN_TOKEN } from "./server/known";
import { signInAsAdmin } from "./sign-in";

test.beforeEach(({ page, baseURL }) => signInAsAdmin(page, baseURL));

test("a failed run opens from its gate down to the raw document", async ({ page, request }) => {
  const cluster = unique("run");
  await register(request, cluster);
  const id = await sendRun(request, cluster, { failed: true });
  await page.goto(`/gates/connectivity-suite?release=${RELEASE}&cluster=${cluster}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.locator(`a[href*="${id}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`/gates/runs/${id}`));
  await expect(page.getByText("pod-to-pod").first()).toBeVisible();
  await expect(page.locator('a[href*="/api/v1/artifacts/"]').first()).toBeVisible();
});

test("one row says what many nodes have in common, and the address reproduces it", async ({ page, request }) => {
  const cluster = unique("nodes");
  await register(request, cluster);
  await reportOldNode(request, cluster);
  await page.goto(`/nodes?release=${RELEASE}&cluster=${cluster}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("1");
  await expect(page.getByText("4.9.0-19-amd64").filter({ visible: true }).first()).toBeVisible();
});

test("a refused upload is listed with the reason and the line", async ({ page, request }) => {
  const cluster = unique("refused");
  await register(request, cluster);
  await request.post(`/api/v1/gate-runs?cluster=${cluster}&release=${RELEASE}&gate=connectivity-suite`, {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}`, "content-type": "application/xml" },
    data: '<testsuite name="s"><testcase name="a">',
  });
  await page.goto(`/uploads?cluster=${cluster}`);
  const row = page.getByRole("row").filter({ hasText: cluster }).first();
  await expect(row).toContainText("refused");
});

test("a change is in the audit log, and the chain can be verified", async ({ page, request }) => {
  const cluster = unique("audited");
  await register(request, cluster);
  await page.goto("/audit");
  await expect(page.getByText(cluster).filter({ visible: true }).first()).toBeVisible();
  await page.getByRole("button", { name: /verify/i }).click();
  await expect(page.getByText("The chain holds").filter({ visible: true }).first()).toBeVisible();
});

test("the API page explains every call and every error without signing in", async ({ browser, baseURL }) => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${baseURL}/docs/api#too-large`);
  await expect(page.getByText("/api/v1/gate-runs").first()).toBeVisible();
  await expect(page.getByText("TOO_LARGE").first()).toBeVisible();
  await page.context().close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in the ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const path of ["/nodes", "/gates", "/gates/connectivity-suite", "/uploads", "/audit", "/docs/api"]) {
      test(`axe finds nothing on ${path}`, async ({ page, request }) => {
        // The page of the API holds the whole contract: axe looks at some ten thousand elements.
        test.setTimeout(120_000);
        const cluster = unique("axe");
        await register(request, cluster);
        await reportOldNode(request, cluster);
        await sendRun(request, cluster, { failed: true });
        await page.goto(`${path}?release=${RELEASE}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoAxeFindings(page);
      });
    }
  });
}
