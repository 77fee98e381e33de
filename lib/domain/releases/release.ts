import { z } from "zod";
import { ChannelSchema, ReleaseVersionSchema } from "./version";

export const PutReleaseInput = z
  .object({
    baseline: ReleaseVersionSchema.optional(),
    tracked: z.boolean().optional(),
    notes: z.string().max(20_000).optional(),
  })
  .strict();
export type PutReleaseInput = z.infer<typeof PutReleaseInput>;

export const ReleaseDto = z.object({
  version: z.string(),
  channel: ChannelSchema,
  /** Chosen by a person, or else the newest stable version before it. */
  baseline: z.string().nullable(),
  tracked: z.boolean(),
  notes: z.string().nullable(),
  createdAt: z.string(),
});
export type ReleaseDto = z.infer<typeof ReleaseDto>;
