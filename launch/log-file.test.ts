import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openLog } from "./log-file";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waggle-log-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("appends to what an earlier run wrote, and only its owner may read it", async () => {
  openLog(folder, "app").write("first\n");
  const log = openLog(folder, "app");
  log.write("second\n");
  expect(await readFile(log.path, "utf8")).toBe("first\nsecond\n");
  expect((await stat(log.path)).mode & 0o777).toBe(0o600);
  expect(log.lastLine()).toBe("second");
});

it("keeps one older file and never grows without end", async () => {
  const log = openLog(folder, "app", 100);
  for (let line = 0; line < 50; line += 1) log.write(`${String(line).padStart(19, "0")}\n`);
  const [current, older] = await Promise.all([stat(log.path), stat(`${log.path}.1`)]);
  expect(current.size).toBeLessThanOrEqual(140);
  expect(older.size).toBeLessThanOrEqual(140);
  expect(await readFile(log.path, "utf8")).toContain("49\n");
});
