import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadSecrets } from "./secrets";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waggle-secrets-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("generates secrets once, different ones, for the owner's eyes only", async () => {
  const secrets = await loadSecrets(folder);
  expect(await loadSecrets(folder)).toEqual(secrets);
  expect(new Set(Object.values(secrets)).size).toBe(3);
  expect((await stat(join(folder, "secrets.json"))).mode & 0o777).toBe(0o600);
});
