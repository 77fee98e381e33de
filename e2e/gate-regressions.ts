import { type APIRequestContext, type Browser, expect, type Page } from "@playwright/test";
import { register } from "./evidence";
import { ADMIN_TOKEN } from "./server/known";

const BEARER = { authorization: `Bearer ${ADMIN_TOKEN}` };
const HOUR_MS = 3_600_000;
const GATE = "connectivity-suite";

/** A pair of its own, below every other: nothing else is on its board, and it is never the default candidate. */
export const CANDIDATE = "1.17.0-dev.5";
export const STABLE = "1.16.6";

/** As many as a baseline of a cluster needs, and as many as the first look at the candidate. */
const BASELINE_RUNS = 30;
const CANDIDATE_RUNS = 5;

async function sendRun(request: APIRequestContext, cluster: string, release: string, at: number): Promise<void> {
  const failure = release === CANDIDATE ? '<failure message="curl exited with 28"/>' : "";
  const ranAt = new Date(Date.now() - at * HOUR_MS).toISOString();
  const answer = await request.post(
    `/api/v1/gate-runs?${new URLSearchParams({ cluster, release, gate: GATE, ranAt })}`,
    {
      headers: { ...BEARER, "content-type": "application/xml" },
      data: `<testsuite name="${cluster} ${at}"><testcase name="pod-to-pod">${failure}</testcase></testsuite>`,
    },
  );
  expect(answer.status()).toBe(201);
}

async function isRed(request: APIRequestContext, cluster: string): Promise<boolean> {
  const query = new URLSearchParams({ release: CANDIDATE, cluster });
  const answer = await request.get(`/api/v1/regressions?${query}`, { headers: BEARER });
  return answer.ok() && (await answer.json()).items.length > 0;
}

/** A cluster on which the connectivity suite always passed with the baseline and never does with the candidate. */
export async function regressedCluster(request: APIRequestContext, cluster: string): Promise<void> {
  await request.put(`/api/v1/releases/${CANDIDATE}`, { headers: BEARER, data: { baseline: STABLE } });
  await register(request, cluster, { installedRelease: STABLE });
  const before = Array.from({ length: BASELINE_RUNS }, (_, at) => sendRun(request, cluster, STABLE, 30 + 8 * at));
  await Promise.all(before);
  for (let at = CANDIDATE_RUNS; at > 0; at -= 1) await sendRun(request, cluster, CANDIDATE, at);
  await expect.poll(() => isRed(request, cluster), { timeout: 60_000 }).toBe(true);
}

/** A browser of somebody else's, who may approve. */
export async function pageOfApprover(browser: Browser, request: APIRequestContext, name: string): Promise<Page> {
  const email = `${name}@example.org`;
  const invited = await request.post("/api/v1/invitations", { headers: BEARER, data: { role: "approver", email } });
  const token = new URL((await invited.json()).link).searchParams.get("token");
  const page = await (await browser.newContext()).newPage();
  const answer = await page.request.post("/api/v1/invitations/accept", {
    data: { token, name, email, password: "a password for one test" },
  });
  expect(answer.status()).toBe(201);
  return page;
}
