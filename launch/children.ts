import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { leashedNode, signalGroup } from "./leashed-node";
import type { LogFile } from "./log-file";
import { say } from "./progress";

const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 30_000;
/** Who ran this long has recovered; the next pause is short again. */
const HEALTHY_AFTER_MS = 60_000;

export interface ChildPlan {
  /** As people call it: `app`, `worker`. */
  name: string;
  /** Arguments for Node: the script and what follows it. */
  args: string[];
  env: NodeJS.ProcessEnv;
  log: LogFile;
  /** How long it may take to finish what it is doing when it is stopped. */
  graceMs: number;
}

export interface Child {
  name: string;
  log: LogFile;
  /** How often it ended by itself since it last ran well. */
  failures(): number;
  stop(): Promise<void>;
}

/** Pause before the next attempt: 1, 2, 4, … 30 seconds. */
export function pauseAfter(failures: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
}

/** Runs a child and starts it again whenever it ends by itself, until it is stopped. */
export function supervise(plan: ChildPlan): Child {
  let failures = 0;
  let stopping = false;
  let current: ChildProcess | undefined;
  let timer: NodeJS.Timeout | undefined;

  const run = () => {
    const started = Date.now();
    const child = start(plan);
    current = child;
    // "close" also follows a failed spawn, whose code then is the negative number of the system's error.
    child.once("close", (code, signal) => {
      current = undefined;
      if (stopping) return;
      failures = Date.now() - started > HEALTHY_AFTER_MS ? 1 : failures + 1;
      const pause = pauseAfter(failures);
      const how = signal ?? `exit code ${code}`;
      say(`The ${plan.name} ended by itself (${how}): ${plan.log.lastLine()}`);
      say(`Starting the ${plan.name} again in ${pause / 1000} s; its log is ${plan.log.path}`);
      timer = setTimeout(run, pause);
    });
  };
  run();

  const stop = async () => {
    stopping = true;
    clearTimeout(timer);
    if (current) await end(current, plan.graceMs);
  };
  return { name: plan.name, log: plan.log, failures: () => failures, stop };
}

function start(plan: ChildPlan): ChildProcess {
  const child = leashedNode(plan.args, plan.env);
  child.on("error", (error) => plan.log.write(`${error.message}\n`));
  child.stdout.on("data", (chunk: Buffer) => plan.log.write(chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => plan.log.write(chunk.toString()));
  return child;
}

/** SIGTERM, and SIGKILL for the child and whatever it started when it takes too long. */
async function end(child: ChildProcess, graceMs: number): Promise<void> {
  if (child.pid === undefined) return;
  const closed = once(child, "close");
  child.kill("SIGTERM");
  const timer = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
  await closed;
  clearTimeout(timer);
}
