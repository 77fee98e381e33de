import { z } from "zod";
import { TierSchema } from "../clusters/cluster";
import { MeshSchema } from "../clusters/feature";
import { AreaSchema } from "../readiness/area";

export const GateIdSchema = z
  .string()
  .regex(/^[a-z0-9]([a-z0-9-]{0,78}[a-z0-9])?$/, "lower-case letters, digits and dashes, at most 80 characters");

/** A named check in an area, and what counts as proof of it. */
export const GateSchema = z.object({
  id: GateIdSchema,
  title: z.string().min(1).max(120),
  area: AreaSchema,
  /** Tiers in which a cluster is not ready without it. */
  requiredFor: z.array(TierSchema),
  /** Conclusive runs needed; the newest this many are judged. */
  minRuns: z.number().int().min(1).max(1000),
  /** A run older than this proves nothing any more. */
  maxAgeHours: z
    .number()
    .positive()
    .max(24 * 365),
  /** Share of the judged runs that must have passed, 0..1. */
  passRate: z.number().min(0).max(1),
  /** What a pass proves, in a sentence. */
  proves: z.string().max(600),
  /** The tool or suite that produces its results. */
  tool: z.string().max(300),
  /** Only for clusters that run this data plane, or have not said what they run. */
  mesh: MeshSchema.nullable(),
  origin: z.enum(["catalogue", "custom"]),
});
export type Gate = z.infer<typeof GateSchema>;

export const PutGateInput = z
  .object({
    id: GateIdSchema.optional(),
    title: GateSchema.shape.title,
    area: AreaSchema,
    requiredFor: z.array(TierSchema).max(3),
    minRuns: GateSchema.shape.minRuns.default(1),
    maxAgeHours: GateSchema.shape.maxAgeHours.default(168),
    passRate: GateSchema.shape.passRate.default(1),
    proves: GateSchema.shape.proves.optional(),
    tool: GateSchema.shape.tool.optional(),
    mesh: GateSchema.shape.mesh.optional(),
  })
  .strict();
export type PutGateInput = z.infer<typeof PutGateInput>;
