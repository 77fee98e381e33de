import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { leashedNode } from "./leashed-node";
import { lockFolder } from "./lock";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "waggle-lock-"));
});
afterEach(() => rm(folder, { recursive: true }));

it("lets one process at a time run on a folder, and names the one that does", async () => {
  const lock = await lockFolder(folder, 0);
  await expect(lockFolder(folder, 0)).rejects.toThrow(`process ${process.pid}`);
  await lock.release();
  const next = await lockFolder(folder, 0);
  expect(next.previousWasKilled).toBe(false);
  await next.release();
});

it("waits for a holder that is about to stop", async () => {
  const lock = await lockFolder(folder, 0);
  setTimeout(() => void lock.release(), 300);
  await (await lockFolder(folder, 5000)).release();
});

it("is free at once after its holder was killed, and says that it was", async () => {
  const script = `import { lockFolder } from ${JSON.stringify(join(import.meta.dirname, "lock.ts"))};
    lockFolder(${JSON.stringify(folder)}, 0).then(() => console.log("locked")); setInterval(() => undefined, 1000);`;
  const holder = leashedNode(["--import", "tsx", "--input-type=module", "--eval", script], process.env);
  await new Promise((resolve) => holder.stdout.once("data", resolve));
  await expect(lockFolder(folder, 0)).rejects.toThrow(`process ${holder.pid}`);
  const gone = new Promise((resolve) => holder.once("exit", resolve));
  holder.kill("SIGKILL");
  await gone;
  const lock = await lockFolder(folder, 0);
  expect(lock.previousWasKilled).toBe(true);
  await lock.release();
});
