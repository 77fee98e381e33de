import { z } from "zod";
import { canonicalJson } from "./canonical-json";

export const SUBJECT_KINDS = [
  "cluster",
  "release",
  "gate",
  "gate-run",
  "node-report",
  "metrics",
  "metric-windows",
  "regression",
  "waiver",
  "token",
  "user",
  "invitation",
] as const;

/** What a verb writes down about itself. */
export interface AuditRecord {
  /** Noun and past participle: `gate-run.recorded`. */
  action: string;
  subjectKind: (typeof SUBJECT_KINDS)[number];
  subjectId: string;
  /** What changed; never a secret. */
  data: Record<string, unknown>;
}

export const AuditEntryDto = z.object({
  seq: z.number().int(),
  at: z.string(),
  actor: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  action: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  requestId: z.string(),
  data: z.record(z.string(), z.unknown()),
  prevHash: z.string(),
  hash: z.string(),
});
export type AuditEntryDto = z.infer<typeof AuditEntryDto>;

/** The hash of the entry before the first. */
export const GENESIS_HASH = "0".repeat(64);

/** The text whose sha256 is the entry's hash: everything in it, and the hash of the entry before. */
export function auditHashInput(entry: Omit<AuditEntryDto, "hash">): string {
  return canonicalJson(entry);
}
