import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { leashedNode, signalGroup } from "./leashed-node";

/** Test runners put away what they started before they end. */
const STOP_PATIENCE_MS = 15_000;

const running = new Set<ChildProcess>();

/** Runs a script under this Node to its end and returns everything it wrote. */
export async function runNode(args: string[], env: NodeJS.ProcessEnv = process.env) {
  const child = leashedNode(args, env);
  running.add(child);
  let output = "";
  let stdout = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
    stdout += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const [code] = await once(child, "close");
  running.delete(child);
  return { ok: code === 0, output, stdout };
}

/** Interrupts whatever `runNode` is running, as Ctrl-C would, and waits for its end. */
export async function stopRunning(): Promise<void> {
  await Promise.all(
    [...running].map(async (child) => {
      const closed = once(child, "close");
      signalGroup(child, "SIGINT");
      const timer = setTimeout(() => signalGroup(child, "SIGKILL"), STOP_PATIENCE_MS);
      await closed;
      clearTimeout(timer);
    }),
  );
}
