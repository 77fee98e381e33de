import { expect, type Page } from "@playwright/test";
import { ADMIN } from "./server/known";

/** Signs the browser of this page in as the admin, as the sign-in page would. */
export async function signInAsAdmin(page: Page, baseURL: string | undefined): Promise<void> {
  const answer = await page.request.post("/api/auth/sign-in/email", {
    data: ADMIN,
    headers: { origin: String(baseURL) },
  });
  expect(answer.status()).toBe(200);
}
