import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { digestOfSources } from "./sources";

let root: string;

const write = async (path: string, text: string) => {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), text);
};
const digest = () => digestOfSources(root, join(root, "my-data"));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "waggle-sources-"));
  await write("app/page.tsx", "1");
  await write("package-lock.json", "1");
});
afterEach(() => rm(root, { recursive: true }));

it.each(["app/page.tsx", "app/new/page.tsx", "lib/domain/rule.ts", "package-lock.json", "next.config.ts"])(
  "asks for a build when %s changes",
  async (path) => {
    const before = await digest();
    await write(path, "2");
    expect(await digest()).not.toBe(before);
  },
);

it.each([
  "lib/domain/rule.test.ts",
  "lib/testing/database.ts",
  "lib/db/generated/client.ts",
  "README.md",
  "e2e/smoke.spec.ts",
  "node_modules/next/package.json",
  ".next/BUILD_ID",
  ".waggle/secrets.json",
  "my-data/secrets.json",
  "next-env.d.ts",
])("is content with the last build when %s changes", async (path) => {
  const before = await digest();
  await write(path, "2");
  expect(await digest()).toBe(before);
});

it("notices that content moved from one file to another", async () => {
  await write("app/a.ts", "1");
  await write("app/b.ts", "2");
  const before = await digest();
  await write("app/a.ts", "2");
  await write("app/b.ts", "1");
  expect(await digest()).not.toBe(before);
});
