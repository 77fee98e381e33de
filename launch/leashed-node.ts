import { type ChildProcess, type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { projectFolder } from "./project";

/**
 * Runs a script under this Node so that it ends when this process does, however that ends. A process group of its own
 * keeps the terminal's Ctrl-C away from it: the launcher stops its children itself, in order.
 */
export function leashedNode(args: string[], env: NodeJS.ProcessEnv): ChildProcessByStdio<Writable, Readable, Readable> {
  const leash = new URL("leash.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", leash, ...args], {
    cwd: projectFolder,
    env: { ...env, WAGGLE_LEASH: "stdin" },
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin.on("error", () => undefined);
  return child;
}

/** Signals such a child together with its descendants; one that just ended is fine. */
export function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It ended in this moment.
  }
}
