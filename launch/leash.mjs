// @ts-check
// Preloaded into every child. Its standard input is held by the launcher: when that ends, the launcher is gone, and so
// must be the child, or it would keep the port and the database from the next start.
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 5000;

// Threads and forks of the child load this file too; theirs is another standard input.
if (isMainThread && process.env.WAGGLE_LEASH === "stdin") {
  delete process.env.WAGGLE_LEASH;
  process.stdin.on("error", () => undefined);
  process.stdin.on("close", () => {
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.stdin.resume();
  // Watching must not keep a child alive that has nothing left to do.
  if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
}
