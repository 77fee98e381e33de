import { z } from "zod";
import { OutcomeSchema } from "./gate-run";

/** What was run of a gate with one release, over all clusters. */
export const GateActivityDto = z.object({
  gate: z.string(),
  runs: z.number().int(),
  /** Runs by what they came to; `flaky` counts those in which a case passed only after it had failed. */
  outcomes: z.record(OutcomeSchema, z.number().int()),
  flaky: z.number().int(),
  clusters: z.number().int(),
  /** The newest run. */
  last: z.object({ id: z.string(), at: z.string(), outcome: OutcomeSchema, cluster: z.string() }),
});
export type GateActivityDto = z.infer<typeof GateActivityDto>;
