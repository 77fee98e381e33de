import { expect, type Page, test } from "@playwright/test";
import { unique } from "./evidence";
import { expectNoAxeFindings } from "./expect-no-axe-findings";
import { CANDIDATE, pageOfApprover, regressedCluster, STABLE } from "./gate-regressions";
import { ADMIN_TOKEN } from "./server/known";
import { signInAsAdmin } from "./sign-in";

test.beforeEach(({ page, baseURL }) => signInAsAdmin(page, baseURL));

const listOf = (...clusters: string[]) => `/regressions?release=${CANDIDATE}&cluster=${clusters.join(",")}`;
const subject = (page: Page) => page.getByRole("button", { name: /Connectivity suite/ });
const rowOf = (page: Page, cluster: string) =>
  page.locator("tr[data-row]").filter({ has: page.getByRole("link", { name: new RegExp(`^${cluster}`) }) });

async function choose(page: Page, cluster: string, act: string): Promise<void> {
  await page.getByRole("button", { name: new RegExp(`^Triage R-\\d+ on ${cluster}$`) }).click();
  await page.getByRole("menuitem", { name: act }).click();
}

test("one cause on two clusters is one row; the address keeps the filters and what is open", async ({
  page,
  request,
}) => {
  const [first, second] = [unique("cause-a"), unique("cause-b")];
  await Promise.all([regressedCluster(request, first), regressedCluster(request, second)]);
  await page.goto(listOf(first, second));
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`got worse than ${STABLE} on ${first}`);
  await expect(subject(page)).toHaveCount(1);
  await expect(page.getByRole("row").filter({ has: subject(page) })).toContainText("2 clusters");
  await subject(page).click();
  await expect(page).toHaveURL(/open=gate/);
  await expect(rowOf(page, first)).toContainText(/extreme|regressed/);
  await expect(rowOf(page, second)).toContainText("nobody yet");
  await page.reload();
  await expect(rowOf(page, second)).toBeVisible();

  await page.getByRole("button", { name: /^resolved/ }).click();
  await expect(page).toHaveURL(/state=resolved/);
  await expect(page.getByText("No regression matches these filters")).toBeVisible();
  await page.goBack();
  await page.keyboard.press("/");
  await page.keyboard.type(second);
  await expect(page).toHaveURL(new RegExp(`q=${second}`));
  await expect(rowOf(page, first)).toHaveCount(0);
  await expect(rowOf(page, second)).toBeVisible();
});

test("is acknowledged, dismissed and reopened, each with a reason", async ({ page, request }) => {
  const cluster = unique("triage");
  await regressedCluster(request, cluster);
  await page.goto(listOf(cluster));
  await subject(page).click();

  await choose(page, cluster, "Acknowledge…");
  await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("it stands in the audit log");
  await page.getByLabel("What is being done").fill("The CNI of the image is looked at");
  await page.getByRole("button", { name: "Acknowledge", exact: true }).click();
  await expect(rowOf(page, cluster)).toContainText("acknowledged");
  await expect(rowOf(page, cluster)).not.toContainText("nobody yet");

  await choose(page, cluster, "Dismiss…");
  await page.getByLabel("Why it is not real").fill("The test host was out of memory");
  await page.getByRole("button", { name: "Dismiss it" }).click();
  await expect(subject(page)).toHaveCount(0);

  await page.goto(`${listOf(cluster)}&state=dismissed`);
  await subject(page).click();
  await choose(page, cluster, "Reopen…");
  await page.getByLabel("Why it is not over").fill("It failed with memory to spare");
  await page.getByRole("button", { name: "Reopen it" }).click();
  await expect(subject(page)).toHaveCount(0);
  await page.goto(listOf(cluster));
  await subject(page).click();
  await expect(rowOf(page, cluster)).toContainText("nobody yet");
});

test("a waiver is asked for by one and approved by another", async ({ page, request, browser }) => {
  const cluster = unique("waiver");
  await regressedCluster(request, cluster);
  await page.goto(listOf(cluster));
  await subject(page).click();
  await choose(page, cluster, "Ask for a waiver…");
  await page.getByLabel("Reason").fill("Only the lab's proxy is hit; it goes on Friday");
  await page.getByRole("button", { name: "Ask for it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await page.getByRole("link", { name: new RegExp(`^${cluster}`) }).click();
  await expect(page.getByText("You asked for it; somebody else must approve it.")).toBeVisible();

  const approver = await pageOfApprover(browser, request, unique("approver"));
  await approver.goto(page.url());
  await approver.getByRole("button", { name: "Approve…" }).click();
  await approver.getByRole("button", { name: "Approve the waiver" }).click();
  await expect(approver.getByText(/Approved by approver-/)).toBeVisible();
  await approver.context().close();

  // The author's page follows by itself, and the cell is waived once it was judged again.
  await expect(page.getByText(/Approved by approver-/)).toBeVisible({ timeout: 15_000 });
  await page.goto(`${listOf(cluster)}&open=gate:connectivity-suite`);
  await expect(rowOf(page, cluster)).toContainText("waived", { timeout: 15_000 });
});

test("says that nothing was compared, which is not that nothing got worse", async ({ page, request }) => {
  await request.put("/api/v1/releases/1.17.0-dev.6", {
    headers: { authorization: `Bearer ${ADMIN_TOKEN}` },
    data: { baseline: STABLE },
  });
  await page.goto("/regressions?release=1.17.0-dev.6");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`was compared with ${STABLE} yet`);
});

for (const place of [
  { name: "light", colorScheme: "light", width: 1280 },
  { name: "dark", colorScheme: "dark", width: 1280 },
  { name: "at 390 px", colorScheme: "light", width: 390 },
] as const) {
  test(`has nothing that axe finds, ${place.name}`, async ({ page, request }) => {
    const cluster = unique("axe-list");
    await regressedCluster(request, cluster);
    await page.setViewportSize({ width: place.width, height: 844 });
    await page.emulateMedia({ colorScheme: place.colorScheme });
    await page.goto(listOf(cluster));
    await subject(page).click();
    await expect(rowOf(page, cluster)).toBeVisible();
    await expectNoAxeFindings(page);
    await choose(page, cluster, "Dismiss…");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoAxeFindings(page);
    await page.goto("/regressions/calibration");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoAxeFindings(page);
  });
}
