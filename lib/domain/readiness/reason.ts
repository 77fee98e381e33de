import { z } from "zod";
import { AreaSchema } from "./area";

/** What a reason does to the verdict: `blocks` → blocked, `missing` → unproven, `risk` → review, `info` → nothing. */
export const SEVERITIES = ["blocks", "missing", "risk", "info"] as const;
export const SeveritySchema = z.enum(SEVERITIES);
export type Severity = z.infer<typeof SeveritySchema>;

export const EVIDENCE_KINDS = [
  "gate-run",
  "gate",
  "node-report",
  "node",
  "cluster",
  "requirement",
  "regression",
  "signal",
] as const;

/** Something a reader can open: `href` is a path in the product. */
export const EvidenceSchema = z.object({ kind: z.enum(EVIDENCE_KINDS), id: z.string(), href: z.string() });
export type Evidence = z.infer<typeof EvidenceSchema>;

/** Why a verdict is what it is. */
export const ReasonSchema = z.object({
  area: AreaSchema,
  /** What kind of reason this is, kebab-case and stable: `gate-failing`, `node-incompatible`, … */
  code: z.string(),
  severity: SeveritySchema,
  /** What the reason is about: a gate id, a requirement id. The same subject on many clusters is one cause. */
  subject: z.string(),
  /** One sentence that can be read aloud. */
  summary: z.string(),
  /** The same without this cluster's figures: what it is called where it stands for many clusters. */
  title: z.string().optional(),
  /** More of it, where a sentence is not enough. */
  detail: z.string().optional(),
  /** How many things it stands for, with their unit: 14 nodes, 3 runs. */
  count: z.object({ value: z.number().int(), unit: z.enum(["nodes", "runs", "cases"]) }).optional(),
  /** Since when it holds, as far as the evidence says. RFC 3339. */
  since: z.string().optional(),
  /** Where the fact behind the rule is written down. */
  source: z.string().optional(),
  evidence: z.array(EvidenceSchema),
});
export type Reason = z.infer<typeof ReasonSchema>;
