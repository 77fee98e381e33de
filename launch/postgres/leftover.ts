import { execFile } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { Problem } from "@/launch/problem";

const PATIENCE_MS = 30_000;

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Is this process a Postgres server on this folder, and not a stranger that got its number since? */
async function serves(pid: number, data: string): Promise<boolean> {
  // A server works inside its data folder: https://www.postgresql.org/docs/18/server-start.html
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
  if (folder !== undefined) return folder === (await realpath(data));
  const listed = await promisify(execFile)("ps", ["-o", "args=", "-p", String(pid)]).catch(() => ({ stdout: "" }));
  return listed.stdout.includes(data);
}

/**
 * Stops a server that outlived its launcher (`kill -9`) and clears a lock file whose process id belongs to something
 * else by now; Postgres would refuse to start on either. Call it only while holding the folder's lock.
 */
export async function stopLeftover(data: string): Promise<void> {
  const pidFile = join(data, "postmaster.pid");
  // The first line is the process id: https://www.postgresql.org/docs/18/storage-file-layout.html
  const pid = Number.parseInt(await readFile(pidFile, "utf8").catch(() => ""), 10);
  if (!Number.isInteger(pid) || pid <= 1) return;
  if (!alive(pid) || !(await serves(pid, data))) {
    await rm(pidFile, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  const deadline = Date.now() + PATIENCE_MS;
  while (alive(pid) && Date.now() < deadline) await sleep(100);
  if (alive(pid)) throw new Problem(`An earlier Postgres (process ${pid}) on ${data} does not stop: stop it by hand.`);
}
