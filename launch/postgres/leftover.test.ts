import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { stopLeftover } from "./leftover";

let data: string;

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), "waggle-leftover-"));
});
afterEach(() => rm(data, { recursive: true }));

const pidFile = (pid: number) => writeFile(join(data, "postmaster.pid"), `${pid}\n${data}\n1700000000\n5432\n`);

/** Stands in for a server: it works in this folder. */
async function processIn(folder: string) {
  const script = "console.log('up'); setInterval(() => undefined, 1000)";
  const child = spawn(process.execPath, ["--eval", script], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  await once(child.stdout, "data");
  return child;
}

it("stops a server that outlived its launcher", async () => {
  const server = await processIn(data);
  const ended = once(server, "exit");
  await pidFile(server.pid ?? 0);
  await stopLeftover(data);
  expect(await ended).toEqual([null, "SIGINT"]);
});

it("clears the lock but spares a stranger that got the server's number since", async () => {
  const stranger = await processIn(tmpdir());
  await pidFile(stranger.pid ?? 0);
  await stopLeftover(data);
  expect(await readdir(data)).toEqual([]);
  expect(stranger.exitCode).toBeNull();
  expect(stranger.kill("SIGKILL")).toBe(true);
});

it("clears the lock of a process that is gone", async () => {
  const gone = await processIn(data);
  gone.kill("SIGKILL");
  await once(gone, "exit");
  await pidFile(gone.pid ?? 0);
  await stopLeftover(data);
  expect(await readdir(data)).toEqual([]);
});

it("has nothing to do when the server said goodbye", async () => {
  await expect(stopLeftover(data)).resolves.toBeUndefined();
});
