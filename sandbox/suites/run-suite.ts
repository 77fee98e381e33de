import { draw } from "@/sandbox/draw";
import type { DemoCluster } from "@/sandbox/fleet/cluster";
import { type ExecutedCase, type FinishedRun, totalSeconds } from "@/sandbox/wire/finished-run";
import type { PlannedCase, Suite } from "./suite";

/** What goes wrong in one run. */
export interface Trouble {
  /** Nothing could be tested, and why. */
  setUp?: string;
  /** Cases that fail: their messages and, for cilium-cli, where. */
  failed?: Readonly<Record<string, { messages: readonly string[]; actions?: readonly string[] }>>;
  /** Cases that fail and pass when tried again. */
  flaky?: Readonly<Record<string, string>>;
  /** Only these cases are run, as a rerun of what had failed does; the others are skipped. */
  only?: readonly string[];
}

/** Where and when a suite runs. */
export interface Occasion {
  cluster: DemoCluster;
  /** What tells this run from all others. */
  seed: string;
  finishedAt: Date;
}

/** Runs may be spread over machines; a report never says that it took longer than this. */
const LONGEST_MS = 12 * 60 * 60 * 1000;

function execute(planned: PlannedCase, trouble: Trouble, seed: string): ExecutedCase[] {
  const { group, name } = planned;
  const seconds = Number((planned.seconds * (0.75 + 0.5 * draw(seed, group, name))).toFixed(6));
  const result = { group, name, seconds, messages: [], actions: [] };
  const leftOut = trouble.only !== undefined && !trouble.only.includes(name);
  if (planned.skipped !== undefined || leftOut) {
    return [{ ...result, status: "skipped", seconds: 0, messages: [planned.skipped ?? "not selected"] }];
  }
  const failure = trouble.failed?.[name];
  if (failure !== undefined)
    return [{ ...result, status: "failed", actions: failure.actions ?? [], messages: failure.messages }];
  const message = trouble.flaky?.[name];
  if (message === undefined) return [{ ...result, status: "passed" }];
  return [
    { ...result, status: "failed", messages: [message], actions: [name] },
    { ...result, status: "passed" },
  ];
}

/** Plays a suite on a cluster: everything passes but what the trouble says. */
export function runSuite(suite: Suite, occasion: Occasion, trouble: Trouble = {}): FinishedRun {
  const { cluster, seed, finishedAt } = occasion;
  const cases = suite.plan(cluster).flatMap((planned) => execute(planned, trouble, seed));
  const lastedMs = Math.min(Math.ceil(totalSeconds(cases)) * 1000, LONGEST_MS);
  return {
    suite: suite.title,
    startedAt: new Date(finishedAt.getTime() - lastedMs),
    host: `runner-${cluster.name}`,
    args: suite.args ?? [],
    setUpFailure: trouble.setUp ?? null,
    cases,
  };
}
