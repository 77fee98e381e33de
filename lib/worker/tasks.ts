import type { ParsedCronItem, TaskList } from "graphile-worker";
import { parseCronItems } from "graphile-worker";
import { v7 as uuidv7 } from "uuid";
import { DRAIN_OUTBOX_TASK } from "@/lib/domain/readiness/recompute-job";
import { log } from "@/lib/log";
import { contextFor, SYSTEM } from "@/lib/services/app-context";
import type { ServiceContext } from "@/lib/services/context";
import { forgetOldEvents } from "@/lib/services/events/forget-old-events";
import { drainOutbox } from "@/lib/services/readiness/drain-outbox";
import { sweepExpired } from "@/lib/services/readiness/sweep-expired";
import { thinHistory } from "@/lib/services/readiness/thin-history";

type Job = (ctx: ServiceContext) => Promise<Record<string, unknown>>;

/** What the worker does, by the name of the task. */
const JOBS: Record<string, Job> = {
  [DRAIN_OUTBOX_TASK]: drainOutbox,
  "sweep-expired": sweepExpired,
  "forget-old-events": forgetOldEvents,
  "thin-history": thinHistory,
};

/** Each run of a job is one event in the log. */
export const tasks: TaskList = Object.fromEntries(
  Object.entries(JOBS).map(([name, job]) => [
    name,
    async () => {
      const startedAt = performance.now();
      const result = await job(contextFor(SYSTEM, uuidv7()));
      log().debug({ event: "job", job: name, ...result, durationMs: Math.round(performance.now() - startedAt) });
    },
  ]),
);

/** Age changes verdicts too, and a job that a dead worker holds must not hold them: a look each minute. */
export const schedule: ParsedCronItem[] = parseCronItems([
  { task: "sweep-expired", match: "* * * * *" },
  { task: "forget-old-events", match: "7 * * * *" },
  { task: "thin-history", match: "23 3 * * *" },
]);
