import { z } from "zod";

export const UPLOAD_KINDS = ["gate-run", "node-report", "metrics", "metric-windows"] as const;
export const UploadKindSchema = z.enum(UPLOAD_KINDS);
export type UploadKind = z.infer<typeof UploadKindSchema>;

/** `partial`: some items of the batch were refused; the good ones are in. */
export const UPLOAD_STATES = ["accepted", "partial", "refused"] as const;
export const UploadStateSchema = z.enum(UPLOAD_STATES);
export type UploadState = z.infer<typeof UploadStateSchema>;

/** One thing that is wrong with a document: a field by JSON pointer, or a line. */
export const ErrorItemSchema = z.object({
  pointer: z.string().optional(),
  line: z.number().int().optional(),
  detail: z.string(),
});
export type ErrorItem = z.infer<typeof ErrorItemSchema>;

/** One ingest call as the uploads page and `GET /uploads` show it. */
export const UploadDto = z.object({
  id: z.string(),
  kind: UploadKindSchema,
  state: UploadStateSchema,
  cluster: z.string().nullable(),
  release: z.string().nullable(),
  gate: z.string().nullable(),
  actor: z.object({ kind: z.string(), name: z.string() }),
  receivedAt: z.string(),
  contentType: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  storedBytes: z.number().nullable(),
  sha256: z.string().nullable(),
  artifactHref: z.string().nullable(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  problem: z.object({ detail: z.string(), errors: z.array(ErrorItemSchema) }).nullable(),
  gateRun: z.object({ id: z.string(), outcome: z.string() }).nullable(),
  requestId: z.string(),
});
export type UploadDto = z.infer<typeof UploadDto>;
