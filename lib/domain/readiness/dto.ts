import { z } from "zod";
import { TierSchema } from "../clusters/cluster";
import { AreaSchema } from "./area";
import { ReasonSchema, SeveritySchema } from "./reason";
import { VerdictSchema } from "./verdict";

/** An RFC 3339 time in UTC. */
const Instant = z.string();
const Count = z.number().int().min(0);

export const AreaVerdictDto = z.object({
  verdict: VerdictSchema,
  reasons: Count.meta({ description: "all reasons of the area, notes too" }),
  holding: Count.meta({ description: "reasons that keep the area from being ready" }),
  notApplicable: z.boolean().optional().meta({ description: "the cluster declares that it has nothing to judge here" }),
  why: z.string().optional().meta({ description: "the first reason that holds the area, in words" }),
  stale: z.boolean().optional().meta({ description: "unproven only because evidence grew old" }),
});
export type AreaVerdictDto = z.infer<typeof AreaVerdictDto>;

/** One cluster in the answer of `GET /readiness`. */
export const ReadinessItemDto = z.object({
  cluster: z.string(),
  tier: TierSchema,
  verdict: VerdictSchema,
  areas: z.record(AreaSchema, AreaVerdictDto),
  openRegressions: Count,
  nodes: z.object({ compatible: Count, incompatible: Count, unknown: Count }),
  evidence: z.object({ newestAt: Instant.nullable(), oldestAt: Instant.nullable(), count: Count }),
  version: Count.meta({ description: "counts the judgements of this cluster and release" }),
  installedRelease: z.string().nullable(),
  provider: z.string().nullable(),
  region: z.string().nullable(),
  kernels: z.array(z.object({ release: z.string(), nodes: Count })).meta({ description: "most nodes first" }),
  /** The reason that decides, in words; null when the cluster is ready. */
  why: z.string().nullable(),
  /** Since when the verdict has been this one. */
  since: Instant.nullable(),
  computedAt: Instant.nullable(),
  expiresAt: Instant.nullable().meta({ description: "when age alone may change the judgement" }),
});
export type ReadinessItemDto = z.infer<typeof ReadinessItemDto>;

export const CauseDto = z.object({
  code: z.string(),
  subject: z.string(),
  area: AreaSchema,
  severity: SeveritySchema,
  verdict: VerdictSchema,
  title: z.string(),
  clusters: z.array(z.string()),
  count: ReasonSchema.shape.count.unwrap().nullable(),
  since: Instant.nullable(),
  source: z.string().nullable(),
});
export type CauseDto = z.infer<typeof CauseDto>;

export const VerdictChangeDto = z.object({
  at: Instant,
  cluster: z.string(),
  area: AreaSchema.nullable(),
  from: VerdictSchema.nullable(),
  to: VerdictSchema,
  summary: z.string().meta({ description: "follows the name of the cluster" }),
});
export type VerdictChangeDto = z.infer<typeof VerdictChangeDto>;

/** The verdict of a cluster at the end of a UTC day. */
export const VerdictDayDto = z.object({
  day: z.string(),
  verdict: VerdictSchema,
  areas: z.record(AreaSchema, VerdictSchema),
});
export type VerdictDayDto = z.infer<typeof VerdictDayDto>;

/** The answer of `GET /readiness`: every registered cluster is an item. */
export const ReadinessDto = z.object({
  release: z.string(),
  baseline: z.string().nullable(),
  computedAt: Instant.nullable(),
  items: z.array(ReadinessItemDto),
  summary: z.object({
    sentence: z.string(),
    detail: z.string().nullable(),
    counts: z.object({ ready: Count, review: Count, unproven: Count, blocked: Count }),
  }),
  causes: z.array(CauseDto).meta({ description: "what holds the clusters that are not ready, worst first" }),
  policyVersion: z.string(),
});
export type ReadinessDto = z.infer<typeof ReadinessDto>;

/** The answer of `GET /readiness/{cluster}`. */
export const ClusterReadinessDto = ReadinessItemDto.extend({
  release: z.string(),
  baseline: z.string().nullable(),
  sentence: z.string(),
  reasons: z.array(ReasonSchema).meta({ description: "by severity, then age, then area" }),
  policyVersion: z.string(),
});
export type ClusterReadinessDto = z.infer<typeof ClusterReadinessDto>;
