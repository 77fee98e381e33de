import { z } from "zod";
import { TierSchema } from "../clusters/cluster";
import { AreaSchema } from "../readiness/area";
import { CardSchema } from "./card";
import { CellStateSchema } from "./cell-state";
import {
  CauseSchema,
  CloseReasonSchema,
  ExplainSchema,
  RegressionKindSchema,
  RegressionSeveritySchema,
  RegressionStateSchema,
} from "./regression";
import { WaiverDto } from "./waiver";

const Instant = z.string();

/** One regression as `GET /regressions` lists it. */
export const RegressionDto = z.object({
  id: z.string(),
  /** */
  number: z.number().int(),
  cluster: z.string(),
  tier: TierSchema,
  release: z.string(),
  baseline: z.string(),
  kind: RegressionKindSchema,
  subject: z.string(),
  /** The subject in words: the gate's or signal's title. */
  title: z.string(),
  area: AreaSchema,
  state: RegressionStateSchema,
  cellState: CellStateSchema,
  severity: RegressionSeveritySchema.meta({ description: "what readiness does with it while it is open" }),
  waived: z.boolean(),
  direction: z.enum(["up", "down"]),
  baselineValue: z.number().nullable(),
  candidateValue: z.number().nullable(),
  effect: z.number().nullable().meta({ description: "a difference of shares for gates, a ratio for signals" }),
  pValue: z.number().nullable(),
  qValue: z.number().nullable(),
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  explains: z.array(ExplainSchema),
  sentence: z.string(),
  /** Who acknowledged it last, while that holds; null: nobody. */
  owner: z.string().nullable(),
  cause: CauseSchema.nullable(),
  issueUrl: z.string().nullable(),
  reason: z.string().nullable(),
  expiresAt: Instant.nullable(),
  fixClaimedAt: Instant.nullable(),
  closedAt: Instant.nullable(),
  closeReason: CloseReasonSchema.nullable(),
  /** For conditional writes. */
  version: z.number().int(),
});
export type RegressionDto = z.infer<typeof RegressionDto>;

/** The regressions of one subject with one release: one cause over many clusters is one row. */
export const RegressionGroupDto = z.object({
  kind: RegressionKindSchema,
  subject: z.string(),
  title: z.string(),
  area: AreaSchema,
  worst: CellStateSchema,
  severity: RegressionSeveritySchema,
  /** Null: not tested over the clusters together. */
  pooled: z.object({ p: z.number(), q: z.number(), clusters: z.number() }).nullable(),
  firstSeenAt: Instant,
  items: z.array(RegressionDto),
});
export type RegressionGroupDto = z.infer<typeof RegressionGroupDto>;

/** What was tested on the board of a candidate, and how many false reds that lets expect. */
export const BoardDto = z.object({
  release: z.string(),
  baseline: z.string().nullable(),
  judgedAt: Instant.nullable(),
  ruleVersion: z.string(),
  counts: z.record(CellStateSchema, z.number().int()),
  families: z.array(
    z.object({
      family: z.string(),
      cells: z.number().int(),
      /** Cells that could have been red at all (Tarone). */
      testable: z.number().int(),
      red: z.number().int(),
    }),
  ),
  red: z.number().int(),
  expectedFalse: z.number().meta({ description: "reds that are expected to be false, by held-out simulation" }),
  sentence: z.string(),
});
export type BoardDto = z.infer<typeof BoardDto>;

export const RegressionEventDto = z.object({
  at: Instant,
  kind: z.string(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  summary: z.string(),
});
export type RegressionEventDto = z.infer<typeof RegressionEventDto>;

export const SimilarRegressionDto = z.object({
  id: z.string(),
  number: z.number().int(),
  cluster: z.string(),
  release: z.string(),
  title: z.string(),
  state: RegressionStateSchema,
  /** In words: 67 % same runs, same reason. */
  why: z.string(),
  score: z.number(),
});
export type SimilarRegressionDto = z.infer<typeof SimilarRegressionDto>;

/** The answer of `GET /regressions/{id}`. */
export const RegressionDetailDto = RegressionDto.extend({
  card: CardSchema,
  events: z.array(RegressionEventDto),
  similar: z.array(SimilarRegressionDto),
  waivers: z.array(WaiverDto),
  /** All failing runs it was ever made of, newest first. */
  failingRuns: z.array(z.object({ id: z.string(), gate: z.string(), at: Instant })),
});
export type RegressionDetailDto = z.infer<typeof RegressionDetailDto>;

/** How the reds of the past ended: what the rules are worth here. */
export const CalibrationDto = z.object({
  from: Instant.nullable(),
  rows: z.array(
    z.object({
      kind: RegressionKindSchema,
      ruleVersion: z.string(),
      closed: z.number().int(),
      byReason: z.record(z.string(), z.number().int()),
      /** Of the closed ones: ended as infra, dismissed or rolled off without proof. */
      notReal: z.number().int(),
      /** 95 % Wilson interval of the share that was not real; null with none closed. */
      share: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
      open: z.number().int(),
    }),
  ),
  replays: z.array(
    z.object({
      cluster: z.string(),
      state: z.enum(["passed", "failed", "waiting"]),
      weeks: z.number().int(),
      weeksNeeded: z.number().int(),
      tests: z.number().int(),
      falseAlarms: z.number().int(),
      replayedAt: Instant.nullable(),
      summary: z.string(),
    }),
  ),
  sentence: z.string(),
});
export type CalibrationDto = z.infer<typeof CalibrationDto>;
