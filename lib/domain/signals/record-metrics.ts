import { z } from "zod";
import { ClusterNameSchema } from "../clusters/cluster";
import { ReleaseVersionSchema } from "../releases/version";

/** The parameters of `POST /metrics`. */
export const RecordMetricsInput = z.object({
  cluster: ClusterNameSchema,
  release: ReleaseVersionSchema,
  /** When it was scraped; left out, now. */
  at: z.iso.datetime({ offset: true }).optional(),
  /** The target: a node. */
  instance: z.string().min(1).max(253).default("default"),
});
export type RecordMetricsInput = z.infer<typeof RecordMetricsInput>;

const Count = z.number().int().min(0);

/** The answer of `POST /metrics`. */
export const MetricsReceipt = z.object({
  id: z.string(),
  duplicate: z.boolean(),
  endpoint: z.enum(["agent", "hubble", "operator", "unknown"]),
  series: z.object({ seen: Count, kept: Count, dropped: Count }),
  /** Counters that began again since the last scrape of the instance. */
  resets: Count,
  /** Hours whose blocks this scrape added to. */
  hours: z.array(z.string()),
  /** Why there are no increments, where there are none: the first scrape, a gap, an older scrape. */
  note: z.string().nullable(),
});
export type MetricsReceipt = z.infer<typeof MetricsReceipt>;
