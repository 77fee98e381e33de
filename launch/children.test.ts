import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { pauseAfter, supervise } from "./children";
import { openLog } from "./log-file";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waggle-children-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function child(script: string, graceMs = 5000) {
  const file = join(folder, "child.mjs");
  await writeFile(file, script);
  const log = openLog(folder, "child");
  return supervise({ name: "child", args: [file], env: process.env, log, graceMs });
}
const logged = () => readFile(join(folder, "child.log"), "utf8");

it("waits longer after each failure, but never longer than half a minute", () => {
  expect([1, 2, 3, 4, 5, 6, 20].map(pauseAfter)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
});

it("starts again what ended by itself, and says why it ended", async () => {
  const written = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const failing = await child("console.log('no database'); process.exit(3)");
  await vi.waitFor(() => expect(failing.failures()).toBe(2), { timeout: 5000 });
  await failing.stop();
  const said = written.mock.calls.map(([text]) => String(text)).join("");
  written.mockRestore();
  expect(said).toContain("The child ended by itself (exit code 3): no database");
  expect(await logged()).toBe("no database\nno database\n");
});

it("lets a child finish what it is doing", async () => {
  const script = `process.on("SIGTERM", () => setTimeout(() => { console.log("finished"); process.exit(0); }, 100));
    console.log("ready"); setInterval(() => undefined, 1000);`;
  const tidy = await child(script);
  await vi.waitFor(async () => expect(await logged()).toContain("ready"));
  await tidy.stop();
  expect(await logged()).toContain("finished");
});

it("does not wait for ever for one that does not stop", async () => {
  const script = `process.on("SIGTERM", () => undefined); console.log("ready"); setInterval(() => undefined, 1000);`;
  const stubborn = await child(script, 200);
  await vi.waitFor(async () => expect(await logged()).toContain("ready"));
  const started = Date.now();
  await stubborn.stop();
  expect(Date.now() - started).toBeLessThan(3000);
});
