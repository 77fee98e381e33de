import { z } from "zod";
import { ClusterNameSchema } from "../clusters/cluster";
import { ReleaseVersionSchema } from "../releases/version";
import { ErrorItemSchema } from "../uploads/upload";

const Segment = z.object({
  label: z.string().min(1).max(200),
  value: z.string().max(500),
  x: z.number().min(0).nullable(),
  exposure: z.number().min(0).nullish(),
});

/** One finished hour of one signal. Unknown fields are refused, so that a misspelt one is not lost. */
export const MetricWindow = z
  .object({
    signal: z.string().min(1).max(100),
    /** The beginning of the hour, UTC. */
    start: z.iso.datetime({ offset: true }),
    windowSeconds: z.literal(3600).default(3600),
    /** Null: not observed. Leave nothing out as zero that was not seen. */
    x: z.number().min(0).nullable(),
    exposure: z.number().min(0).nullable(),
    coverage: z.number().min(0).max(1).default(1),
    lost: z.number().min(0).max(1).nullish(),
    form: z.enum(["classic", "native"]).nullish(),
    segments: z.array(Segment).max(400).default([]),
  })
  .strict();
export type MetricWindow = z.infer<typeof MetricWindow>;

/** The body of `POST /metric-windows`. */
export const MetricWindowsDocument = z.object({
  cluster: ClusterNameSchema,
  release: ReleaseVersionSchema,
  windows: z.array(z.unknown()).min(1).max(50_000),
});
export type MetricWindowsDocument = z.infer<typeof MetricWindowsDocument>;

/** The answer of `POST /metric-windows`. */
export const MetricWindowsReceipt = z.object({
  id: z.string(),
  duplicate: z.boolean(),
  accepted: z.number().int(),
  /** Windows that were known at least as well. */
  duplicates: z.number().int(),
  rejected: z.array(ErrorItemSchema),
});
export type MetricWindowsReceipt = z.infer<typeof MetricWindowsReceipt>;
