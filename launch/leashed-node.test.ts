import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { leashedNode } from "./leashed-node";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waggle-leash-"));
});
afterEach(() => rm(folder, { recursive: true }));

async function run(script: string) {
  const file = join(folder, "script.mjs");
  await writeFile(file, script);
  return leashedNode([file], process.env);
}

it("ends with a signal when the other end of its standard input goes, as it does when we are killed", async () => {
  const child = await run(`process.on("SIGTERM", () => process.exit(7)); console.log("up");
    setInterval(() => undefined, 1000);`);
  await once(child.stdout, "data");
  child.stdin.destroy();
  expect(await once(child, "exit")).toEqual([7, null]);
});

it("lets a script end that has nothing left to do", async () => {
  const child = await run("console.log('done')");
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("leaves threads of the child alone", async () => {
  const child = await run(`import { Worker } from "node:worker_threads";
    new Worker("setTimeout(() => process.exit(0), 300)", { eval: true }).on("exit", () => process.exit(5));`);
  expect(await once(child, "exit")).toEqual([5, null]);
});
