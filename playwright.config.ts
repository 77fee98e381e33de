import { randomInt } from "node:crypto";
import { defineConfig, devices } from "@playwright/test";

// Playwright's workers read this file again: they must agree on the port.
process.env.WAGGLE_E2E_PORT ??= String(randomInt(20_000, 60_000));
const port = process.env.WAGGLE_E2E_PORT;
const executablePath = process.env.WAGGLE_CHROMIUM;

export default defineConfig({
  testDir: "e2e",
  testMatch: "**/*.spec.ts",
  // axe looks at every element of a board; on a busy machine that alone takes half a minute.
  timeout: 120_000,
  expect: { timeout: 5_000 },
  fullyParallel: true,
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  workers: 2,
  reporter: "list",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [{ name: "chromium", use: devices["Desktop Chrome"] }],
  webServer: {
    command: `"${process.execPath}" --import tsx e2e/server/serve.ts`,
    // The standard input is Playwright's: when Playwright is killed, its end stops the product.
    env: { PORT: port, WAGGLE_LEASH: "stdin" },
    url: `http://127.0.0.1:${port}/readyz`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 30_000 },
  },
});
