import { z } from "zod";

/** What a node is to a release. `unknown`: nothing speaks against it, but something that must be known is not. */
export const NODE_VERDICTS = ["compatible", "unknown", "incompatible"] as const;
export const NodeVerdictSchema = z.enum(NODE_VERDICTS);
export type NodeVerdict = z.infer<typeof NodeVerdictSchema>;

/** One requirement judged on one node. */
export const FindingSchema = z.object({
  /** The id of the requirement, or of what stands for several. */
  requirement: z.string(),
  /** What is the matter, so that it can be counted: "No kernel BTF", "Kernel below 5.10". */
  title: z.string(),
  /** What it does to the verdict: `blocks` → incompatible, `missing` → unknown, `risk` and `info` → nothing. */
  severity: z.enum(["blocks", "missing", "risk", "info"]),
  outcome: z.enum(["met", "unmet", "unknown"]),
  observed: z.string(),
  needed: z.string(),
  detail: z.string(),
  /** Where the requirement is written down: a URL. */
  source: z.string(),
});
export type Finding = z.infer<typeof FindingSchema>;
