import { z } from "zod";

/**
 * What one look at a gate showed: `flaky` passed after a failed first try; `quarantined` belongs to a set-up failure or
 * a mass failure and is counted under `run-integrity`; `excluded` executed nothing or was set aside.
 */
export const OBSERVED = ["passed", "failed", "flaky", "quarantined", "excluded"] as const;
export const ObservedSchema = z.enum(OBSERVED);
export type Observed = z.infer<typeof ObservedSchema>;

export interface Observation {
  /** The run that decided: the last attempt that executed something. */
  runId: string;
  at: Date;
  result: Observed;
  attempts: number;
  /** Whatever the result, also in a quarantined run. */
  neverFail: string | null;
}
