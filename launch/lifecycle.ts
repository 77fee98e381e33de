import { CleanUp } from "./clean-up";
import { explain, Problem } from "./problem";
import { say, surviveClosedOutput } from "./progress";
import { stopRunning } from "./run-node";

export interface Lifecycle {
  cleanUp: CleanUp;
  /** The stop has begun: start nothing more. */
  stopping(): boolean;
  /** Stops everything and ends this process with exit code 1 and this reason. */
  fail(reason: string): void;
}

/**
 * Runs `main` until a signal, the end of whoever started us, or a failure; then undoes what `main` registered, in the
 * opposite order, and ends this process: 1 with the reason after a failure, `whenAsked` when it was asked to stop.
 */
export function live(main: (life: Lifecycle) => Promise<void>, whenAsked = 0): void {
  const cleanUp = new CleanUp();
  let stopping = false;
  const stop = async (exitCode: number, lines: string[], details = "") => {
    if (stopping) return;
    stopping = true;
    process.stderr.write(details);
    for (const line of lines) process.stderr.write(`waggle: ${line}\n`);
    await stopRunning();
    await cleanUp.run();
    process.exit(exitCode);
  };

  surviveClosedOutput();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (!stopping) say("Stopping …");
      void stop(whenAsked, []);
    });
  }
  if (process.env.WAGGLE_LEASH === "stdin") {
    // Whoever started us holds the other end; its end means that it is gone.
    delete process.env.WAGGLE_LEASH;
    process.stdin.on("error", () => undefined);
    process.stdin.on("close", () => void stop(whenAsked, [])).resume();
  }
  const life = { cleanUp, stopping: () => stopping, fail: (reason: string) => void stop(1, [reason]) };
  main(life).catch((error: unknown) => stop(1, explain(error), error instanceof Problem ? error.details : ""));
}
