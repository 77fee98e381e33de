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
 * The outcome of one run. `executed` counts the cases that are no set-up steps; `setupFailure` says that nothing but
 * set-up was executed and that it failed (cilium-cli then writes one synthetic case, "connectivity test setup").
 * An error in a case counts as a failure; a skipped case was not executed; no executed case proves nothing.
 */
export function outcomeOf(counts: CaseCounts, run: { executed: number; setupFailure: boolean }): Outcome {
  if (run.setupFailure) return "error";
  if (run.executed === 0) return "inconclusive";
  return counts.failed + counts.error > 0 ? "failed" : "passed";
}

/** The parameters of `POST /gate-runs`. */
export const RecordGateRunInput = z.object({
  cluster: ClusterNameSchema,
  release: ReleaseVersionSchema,
  gate: GateIdSchema,
  ranAt: z.iso.datetime({ offset: true }).optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  attempt: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type RecordGateRunInput = z.infer<typeof RecordGateRunInput>;

/** A run as lists and its page show it. */
export const GateRunDto = z.object({
  id: z.string(),
  cluster: z.string(),
  release: z.string(),
  gate: z.string(),
  ranAt: z.string(),
  receivedAt: z.string(),
  url: z.string().nullable(),
  attempt: z.number().int(),
  outcome: OutcomeSchema,
  counts: CaseCountsSchema,
  durationSeconds: z.number().nullable(),
  /** False: accepted although it is not well-formed XML; `defects` say where. */
  wellFormed: z.boolean(),
  defects: z.array(z.object({ line: z.number().int(), detail: z.string() })),
  tool: z.string().nullable(),
  artifact: z.object({ id: z.string(), sha256: z.string(), sizeBytes: z.number(), href: z.string() }),
});
export type GateRunDto = z.infer<typeof GateRunDto>;

/** One execution of a case. */
export const GateCaseDto = z.object({
  ordinal: z.number().int(),
  suite: z.string(),
  name: z.string(),
  status: CaseStatusSchema,
  flaky: z.boolean(),
  /** A later execution in the same run counts instead. */
  superseded: z.boolean(),
  durationSeconds: z.number().nullable(),
  message: z.string().nullable(),
  /** Where one item is one case: its executions before this one, oldest first. */
  earlier: z
    .array(
      z.object({
        ordinal: z.number().int(),
        status: CaseStatusSchema,
        durationSeconds: z.number().nullable(),
        message: z.string().nullable(),
      }),
    )
    .optional(),
});
export type GateCaseDto = z.infer<typeof GateCaseDto>;
