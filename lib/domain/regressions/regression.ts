import { z } from "zod";
import { SeveritySchema } from "../readiness/reason";

export const REGRESSION_KINDS = ["gate", "signal", "node", "cardinality"] as const;
export const RegressionKindSchema = z.enum(REGRESSION_KINDS);
export type RegressionKind = z.infer<typeof RegressionKindSchema>;

export const REGRESSION_STATES = ["open", "acknowledged", "resolved", "dismissed"] as const;
export const RegressionStateSchema = z.enum(REGRESSION_STATES);
export type RegressionState = z.infer<typeof RegressionStateSchema>;

/** Why a regression ended. Only the first is proof that it is gone. */
export const CLOSE_REASONS = [
  "verified-fixed",
  "rolled-off-unproven",
  "superseded-by-candidate",
  "infra",
  "dismissed",
] as const;
export const CloseReasonSchema = z.enum(CLOSE_REASONS);
export type CloseReason = z.infer<typeof CloseReasonSchema>;

/** What a person holds the cause to be. */
export const CauseSchema = z.enum(["product", "infra", "test", "environment"]);
export type RegressionCause = z.infer<typeof CauseSchema>;

/** Which value of which label, node or cluster attribute carries the difference. */
export const ExplainSchema = z.object({
  label: z.string(),
  value: z.string(),
  /** The share of the excess, 0 to 1 (it may be beyond where others fell). */
  share: z.number(),
  /** The share that the exposure would let expect. */
  expected: z.number().nullable(),
  q: z.number().nullable(),
});
export type Explain = z.infer<typeof ExplainSchema>;

export const RegressionSeveritySchema = SeveritySchema.extract(["blocks", "risk"]);
