import { expect, test } from "@playwright/test";

test("the process says that it is up", async ({ request }) => {
  const answer = await request.get("/healthz");
  expect(answer.status()).toBe(200);
});
