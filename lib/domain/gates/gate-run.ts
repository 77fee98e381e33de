import { z } from "zod";
import { ClusterNameSchema } from "../clusters/cluster";
import { ReleaseVersionSchema } from "../releases/version";
import { GateIdSchema } from "./gate";

export const CASE_STATUSES = ["passed", "failed", "error", "skipped"] as const;
export const CaseStatusSchema = z.enum(CASE_STATUSES);
export type CaseStatus = z.infer<typeof CaseStatusSchema>;

export const OUTCOMES = ["passed", "failed", "error", "inconclusive"] as const;
export const OutcomeSchema = z.enum(OUTCOMES);
export type Outcome = z.infer<typeof OutcomeSchema>;

/** Distinct cases by what became of them in the end; a flaky case is counted as flaky and as nothing else. */
export const CaseCountsSchema = z.object({
  passed: z.number().int(),
  failed: z.number().int(),
  error: z.number().int(),
  skipped: z.number().int(),
  flaky: z.number().int(),
});
export type CaseCounts = z.infer<typeof CaseCountsSchema>;

/** The JSON form of a gate run. Unknown fields beside `cases` are kept in the raw document and otherwise ignored. */
export const GateRunDocument = z.object({
  cases: z
    .array(
      z.object({
        suite: z.string().max(500).nullish(),
        name: z.string().min(1).max(2000),
        status: CaseStatusSchema,
        durationSeconds: z.number().min(0).nullish(),
        message: z.string().nullish(),
      }),
    )
    .max(500_000),
});
export type GateRunDocument = z.infer<typeof GateRunDocument>;

/** One execution of a case, as every format is read into. */
export interface GateCaseFact {
  suite: string | null;
  name: string;
  status: CaseStatus;
  durationSeconds: number | null;
  message: string | null;
}

/**
 * The outcome of one run. `setupFailure` says that nothing but set-up was executed and that it failed
 * (cilium-cli then writes one synthetic case, "connectivity test setup"): such a run never reached its subject.
 * An error in a case counts as a failure; a skipped case was not executed; no executed case proves nothing.
 */
export function outcomeOf(counts: CaseCounts, setupFailure: boolean): Outcome {
  if (counts.passed + counts.failed + counts.error + counts.flaky === 0) return "inconclusive";
  if (setupFailure) return "error";
  return counts.failed + counts.error > 0 ? "failed" : "passed";
}

/** The parameters of `POST /gate-runs`. */
export const RecordGateRunInput = z.object({
  cluster: ClusterNameSchema,
  release: ReleaseVersionSchema,
  gate: GateIdSchema,
  ranAt: z.iso.datetime({ offset: true }).optional(),
  url: z.url({ protocol: /^https?$/ }).max(2000).optional(),
  attempt: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type RecordGateRunInput = z.infer<typeof RecordGateRunInput>;
