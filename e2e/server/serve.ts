// Run by Playwright before the browser tests and stopped by it afterwards (playwright.config.ts).
import { live } from "@/launch/lifecycle";
import { say } from "@/launch/progress";
import { startProduct } from "./start-product";

live(async ({ cleanUp }) => {
  say(`Browser tests talk to ${await startProduct(Number(process.env.PORT), cleanUp)}`);
});
