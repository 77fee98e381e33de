import { z } from "zod";
import { CellStateSchema } from "./cell-state";
import { RegressionKindSchema } from "./regression";

const Instant = z.string();

/** One side of the comparison. For gates `x` of `n` runs failed; for signals `x` events over `n` of exposure. */
const SideSchema = z.object({
  release: z.string(),
  value: z.number().nullable(),
  x: z.number().nullable(),
  n: z.number().nullable(),
  from: Instant.nullable(),
  to: Instant.nullable(),
  /** Hours of a signal. */
  hours: z.number().optional(),
  flaky: z.number().optional(),
  quarantined: z.number().optional(),
  excluded: z.number().optional(),
  /** The clusters whose runs were taken together; more than one: a cohort. */
  clusters: z.number().optional(),
});

/** When it began, as far as the order of runs or hours tells. */
export const OnsetSchema = z.object({ at: Instant, low: Instant, high: Instant, label: z.string() });
export type Onset = z.infer<typeof OnsetSchema>;

/** Everything a cell says of itself; every number can be computed again from the runs or hours it names. */
export const CardSchema = z.object({
  kind: RegressionKindSchema,
  cluster: z.string(),
  subject: z.string(),
  state: CellStateSchema,
  previousState: CellStateSchema.nullable(),
  /** Which rule decided: hard and first-try failures of gates, rates and levels of signals, limits, never-fail. */
  channel: z.enum([
    "hard",
    "first-try",
    "never-fail",
    "absolute-rule",
    "rate",
    "level",
    "guardrail",
    "novelty",
    "none",
  ]),
  rule: z.string(),
  /** n=10, or 24 h: the scheduled look it was judged at. */
  look: z.string(),
  nextLook: z.string().nullable(),
  candidate: SideSchema,
  baseline: SideSchema.nullable(),
  estimate: z
    .object({
      measure: z.enum(["difference", "ratio"]),
      value: z.number(),
      low: z.number(),
      high: z.number(),
      confidence: z.number(),
      method: z.string(),
    })
    .nullable(),
  p: z.number().nullable(),
  q: z.number().nullable(),
  /** The same subject over all clusters together: the stratified exact test. */
  pooled: z.object({ p: z.number(), q: z.number(), clusters: z.number() }).nullable(),
  /** How many cells were corrected for together. */
  compared: z.number().nullable(),
  thresholds: z.record(z.string(), z.number()),
  /** How many more runs until something can be said; the margin that is proven; the change that could be seen. */
  power: z.object({
    runsNeeded: z.number().nullable(),
    marginProven: z.number().nullable(),
    detectableRatio: z.number().nullable(),
  }),
  confirm: z.object({ p: z.number().nullable(), topBlockShare: z.number().nullable() }).nullable(),
  control: z.object({ clusters: z.number(), ratio: z.number(), p: z.number(), moved: z.boolean() }).nullable(),
  onset: OnsetSchema.nullable(),
  /** The judged runs of the candidate, oldest first. */
  runs: z.array(
    z.object({
      id: z.string(),
      at: Instant,
      result: z.enum(["passed", "failed", "flaky", "quarantined", "excluded"]),
    }),
  ),
  /** Why the sides cannot be compared, bursts, what the release notes announce: sentences. */
  notes: z.array(z.string()),
  /** Changes of the metrics between the releases that touch the signal: sentences, each ending with its reference. */
  knownChanges: z.array(z.string()).default([]),
  /** Whether a red here blocks, and if not, why. */
  blocks: z.boolean(),
  inputsSha256: z.string().nullable(),
});
export type Card = z.infer<typeof CardSchema>;
