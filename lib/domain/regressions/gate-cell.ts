import { z } from "zod";
import { TierSchema } from "../clusters/cluster";
import { AreaSchema } from "../readiness/area";
import { OnsetSchema } from "./card";
import { ObservedSchema } from "./observation";

const Instant = z.string();
const Count = z.number().int().min(0);

/** Counted observations; `firstTryFail` includes those that failed in the end. */
export const RunCountsSchema = z.object({ n: Count, fail: Count, firstTryFail: Count });
export type RunCounts = z.infer<typeof RunCountsSchema>;

/** Counts of one gate on one cluster with one release, with the span they come from. */
export const SideCountsSchema = RunCountsSchema.extend({
  quarantined: Count,
  excluded: Count,
  from: Instant.nullable(),
  to: Instant.nullable(),
});
export type SideCounts = z.infer<typeof SideCountsSchema>;

/** The tests of one channel: hard failures or failed first tries. */
export const ComparisonSchema = z.object({
  midP: z.number(),
  /** The least mid-p these margins allow, for the Tarone screen. */
  smallestP: z.number(),
  /** Candidate minus baseline as a proportion, with the 95 % interval of Newcombe. */
  difference: z.object({ value: z.number(), low: z.number(), high: z.number() }),
  /** One-sided 95 % upper bound of the difference. */
  upper: z.number(),
});
export type Comparison = z.infer<typeof ComparisonSchema>;

/** All that the board needs of one gate on one cluster; kept as `cell.facts`. */
export const GateCellSchema = z.object({
  cluster: z.string(),
  tier: TierSchema,
  /** Clusters with the same key may lend each other their baseline. */
  cohort: z.string(),
  gateId: z.string(),
  title: z.string(),
  area: AreaSchema,
  required: z.boolean(),
  /** The judged observations: the first `look` of those that count; 0 before the first look. */
  candidate: SideCountsSchema,
  /** All observations that count, also those after the look. */
  observed: Count,
  look: Count,
  nextLook: Count,
  baseline: SideCountsSchema.extend({
    kind: z.enum(["own", "cohort", "none"]),
    clusters: Count,
    /** This cluster's own part of it. */
    own: RunCountsSchema,
  }),
  /** Null before the first look or without a baseline. */
  hard: ComparisonSchema.nullable(),
  firstTry: ComparisonSchema.nullable(),
  /** A finding that needs no statistics, with how many runs show it. */
  neverFail: z.object({ what: z.string(), runId: z.string(), at: Instant, runs: Count }).nullable(),
  /** Oldest first, all of them; empty when every run simply passed. */
  runs: z.array(z.object({ id: z.string(), at: Instant, result: ObservedSchema })),
  /** Runs that are still needed for the margin of the tier if all pass, up to the look that may say so; null: never. */
  runsNeeded: z.number().int().nullable(),
  /** The least of 5, 10, 15 and 20 points that the data rule out; null: none. As a proportion. */
  marginProven: z.number().nullable(),
  /** What the tier asks for, as a proportion. */
  margin: z.number(),
  /** From then on the newest run is too old to prove anything. */
  staleAt: Instant.nullable(),
  onset: OnsetSchema.nullable(),
  /** Why the sides cannot be compared: sentences. */
  incomparable: z.array(z.string()),
});
export type GateCell = z.infer<typeof GateCellSchema>;

/** The synthetic gate that counts rounds which failed as a whole. */
export const RUN_INTEGRITY = "run-integrity";
