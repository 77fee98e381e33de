import type { ParsedCronItem, TaskList } from "graphile-worker";
import { parseCronItems } from "graphile-worker";
import { v7 as uuidv7 } from "uuid";
import { z } from "zod";
import { DRAIN_OUTBOX_TASK } from "@/lib/domain/readiness/recompute-job";
import { JUDGE_CELLS_TASK } from "@/lib/domain/regressions/judge-job";
import { PULL_SOURCE_TASK, SCHEDULE_PULLS_TASK } from "@/lib/domain/signals/pull-job";
import { REPLAY_SIGNALS_TASK } from "@/lib/domain/signals/replay-job";
import { log } from "@/lib/log";
import { contextFor, SYSTEM } from "@/lib/services/app-context";
import type { ServiceContext } from "@/lib/services/context";
import { forgetOldEvents } from "@/lib/services/events/forget-old-events";
import { drainOutbox } from "@/lib/services/readiness/drain-outbox";
import { sweepExpired } from "@/lib/services/readiness/sweep-expired";
import { thinHistory } from "@/lib/services/readiness/thin-history";
import { judgeCells } from "@/lib/services/regressions/judge-cells";
import { sweepCells } from "@/lib/services/regressions/sweep-cells";
import { pullSource } from "@/lib/services/signals/pull-source";
import { replaySignals } from "@/lib/services/signals/replay-signals";
import { schedulePulls } from "@/lib/services/signals/schedule-pulls";

/** `payload` is what the job was asked for with; most take none. */
type Job = (ctx: ServiceContext, payload: unknown) => Promise<object>;

const PullPayload = z.object({ clusterId: z.number().int() });

/** What the worker does, by the name of the task. */
const JOBS: Record<string, Job> = {
  [DRAIN_OUTBOX_TASK]: drainOutbox,
  "sweep-expired": sweepExpired,
  [JUDGE_CELLS_TASK]: judgeCells,
  "sweep-cells": sweepCells,
  "forget-old-events": forgetOldEvents,
  "thin-history": thinHistory,
  [REPLAY_SIGNALS_TASK]: replaySignals,
  [SCHEDULE_PULLS_TASK]: schedulePulls,
  [PULL_SOURCE_TASK]: (ctx, payload) => pullSource(ctx, PullPayload.parse(payload)),
};

/** Each run of a job is one event in the log. */
export const tasks: TaskList = Object.fromEntries(
  Object.entries(JOBS).map(([name, job]) => [
    name,
    async (payload: unknown) => {
      const startedAt = performance.now();
      const result = await job(contextFor(SYSTEM, uuidv7()), payload);
      log().debug({ event: "job", job: name, ...result, durationMs: Math.round(performance.now() - startedAt) });
    },
  ]),
);

/** Age changes verdicts too, and a job that a dead worker holds must not hold them: a look each minute. */
export const schedule: ParsedCronItem[] = parseCronItems([
  { task: "sweep-expired", match: "* * * * *" },
  { task: "sweep-cells", match: "* * * * *" },
  { task: "forget-old-events", match: "7 * * * *" },
  { task: "thin-history", match: "23 3 * * *" },
  { task: SCHEDULE_PULLS_TASK, match: "*/5 * * * *" },
  // A week is complete on Monday 00:00 UTC, but its hours may come later; what was replayed already is skipped.
  { task: REPLAY_SIGNALS_TASK, match: "*/10 * * * *" },
]);
