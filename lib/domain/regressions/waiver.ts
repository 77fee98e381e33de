import { z } from "zod";
import { ClusterNameSchema } from "../clusters/cluster";
import { ReleaseVersionSchema } from "../releases/version";
import { RegressionKindSchema } from "./regression";

/** Where a waiver holds: one cluster, the clusters that have these labels, or all. */
export const WaiverScopeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("cluster"), cluster: ClusterNameSchema }).strict(),
  z
    .object({
      kind: z.literal("cohort"),
      labels: z.record(z.string().min(1).max(317), z.string().max(253)),
    })
    .strict(),
  z.object({ kind: z.literal("fleet") }).strict(),
]);
export type WaiverScope = z.infer<typeof WaiverScopeSchema>;

/** research/regressions.md §3.5: a waiver lasts at most 30 days. */
export const WAIVER_MAX_DAYS = 30;

export const CreateWaiverInput = z
  .object({
    release: ReleaseVersionSchema,
    kind: RegressionKindSchema,
    subject: z.string().min(1).max(200),
    scope: WaiverScopeSchema,
    reason: z.string().trim().min(3).max(2000),
    url: z
      .url({ protocol: /^https?$/ })
      .max(2000)
      .optional(),
    expiresAt: z.iso.datetime({ offset: true }),
  })
  .strict();
export type CreateWaiverInput = z.infer<typeof CreateWaiverInput>;

/** The level that was waived on a cluster: for gates `x` failures of `n` runs, for signals a ratio. */
export const WaivedLevelSchema = z.object({
  x: z.number().nullable(),
  n: z.number().nullable(),
  ratio: z.number().nullable(),
});
export type WaivedLevel = z.infer<typeof WaivedLevelSchema>;

export const WaiverStateSchema = z.enum(["proposed", "active", "expired", "revoked"]);

export const WaiverDto = z.object({
  id: z.string(),
  release: z.string(),
  kind: RegressionKindSchema,
  subject: z.string(),
  scope: WaiverScopeSchema,
  reason: z.string(),
  url: z.string().nullable(),
  /** By cluster. */
  level: z.record(z.string(), WaivedLevelSchema),
  state: WaiverStateSchema,
  createdAt: z.string(),
  expiresAt: z.string(),
  author: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  approvals: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string(), at: z.string() })),
  approvalsNeeded: z.number().int(),
  revokedAt: z.string().nullable(),
});
export type WaiverDto = z.infer<typeof WaiverDto>;
