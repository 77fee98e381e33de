import { z } from "zod";
import { CardSchema } from "../regressions/card";
import { CellStateSchema } from "../regressions/cell-state";
import { SignalDto } from "./signal";

const Instant = z.string();

/** One hour of a series for a chart; null values are gaps and stay gaps. */
export const SignalPointDto = z.object({
  at: Instant,
  value: z.number().nullable(),
  x: z.number().nullable(),
  exposure: z.number().nullable(),
  coverage: z.number(),
});
export type SignalPointDto = z.infer<typeof SignalPointDto>;

/** The answer of `GET /signals`: one signal of one cluster over time, with what is usual at that hour. */
export const SignalSeriesDto = z.object({
  cluster: z.string(),
  release: z.string(),
  baselineRelease: z.string().nullable(),
  signal: SignalDto,
  segment: z.object({ label: z.string(), value: z.string() }).nullable(),
  from: Instant,
  to: Instant,
  candidate: z.array(SignalPointDto),
  baseline: z.array(SignalPointDto),
  /** The baseline of the same hours of the day: middle and the 2.5 % and 97.5 % quantiles. */
  band: z.array(z.object({ at: Instant, middle: z.number(), low: z.number(), high: z.number() })),
  /** The first hour with the candidate; null: there is none. */
  candidateSince: Instant.nullable(),
});
export type SignalSeriesDto = z.infer<typeof SignalSeriesDto>;

/** A signal of a cluster with what the rules say of it. */
export const ClusterSignalDto = z.object({
  signal: SignalDto,
  state: CellStateSchema,
  /** The sentence, the same as on the regression's page. */
  summary: z.string(),
  regressionId: z.string().nullable(),
  card: CardSchema.nullable(),
  candidateValue: z.number().nullable(),
  baselineValue: z.number().nullable(),
  /** The last 48 hours for a small chart. */
  candidate: z.array(SignalPointDto),
  band: SignalSeriesDto.shape.band,
});
export type ClusterSignalDto = z.infer<typeof ClusterSignalDto>;

/** The answer of `GET /clusters/{name}/signals`. */
export const ClusterSignalsDto = z.object({
  cluster: z.string(),
  release: z.string(),
  baselineRelease: z.string().nullable(),
  candidateSince: Instant.nullable(),
  /** How the metrics come in, and how that stands, in words. */
  source: z.object({
    way: z.enum(["pull", "push", "scrape", "none"]),
    newestAt: Instant.nullable(),
    trouble: z.string().nullable(),
  }),
  items: z.array(ClusterSignalDto),
});
export type ClusterSignalsDto = z.infer<typeof ClusterSignalsDto>;
