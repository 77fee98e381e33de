import { z } from "zod";
import { FindingSchema, NodeVerdictSchema } from "./finding";

/** One node in the answer of `GET /nodes`. */
export const NodeDto = z.object({
  cluster: z.string(),
  node: z.string(),
  kernelRelease: z.string(),
  osImage: z.string().nullable(),
  machine: z.string(),
  verdict: NodeVerdictSchema,
  findings: z.array(FindingSchema),
  collectedAt: z.string(),
  reportId: z.string(),
});
export type NodeDto = z.infer<typeof NodeDto>;

/** Nodes of one image and kernel that are judged alike. */
export const NodeGroupDto = z.object({
  /** For `?group=`: the same as long as image, kernel, machine and findings are. */
  id: z.string(),
  osImage: z.string().nullable(),
  kernelRelease: z.string(),
  machine: z.string(),
  verdict: NodeVerdictSchema,
  nodes: z.number().int(),
  clusters: z.array(z.object({ cluster: z.string(), nodes: z.number().int() })),
  findings: z.array(FindingSchema),
  sentence: z.string(),
});
export type NodeGroupDto = z.infer<typeof NodeGroupDto>;
