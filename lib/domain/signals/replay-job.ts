import { z } from "zod";

/** The job that replays the signal rules where a stable week was completed. */
export const REPLAY_SIGNALS_TASK = "replay-signals";

/** What is kept of a replay beside its counts. */
export const ReplayDetailSchema = z.object({
  state: z.enum(["passed", "failed", "waiting"]),
  weeksNeeded: z.number().int(),
  summary: z.string(),
  /** The Mondays it was made of, as they are told without loading all hours: another list makes it due again. */
  stableWeeks: z.array(z.string()),
  alarms: z.array(
    z.object({ signalId: z.string(), week: z.string(), look: z.string(), ratio: z.number(), p: z.number() }),
  ),
});
export type ReplayDetail = z.infer<typeof ReplayDetailSchema>;
