import { z } from "zod";
import { ClusterNameSchema } from "@/lib/domain/clusters/cluster";
import { CaseCountsSchema, OutcomeSchema, RecordGateRunInput } from "@/lib/domain/gates/gate-run";
import { ErrorItemSchema, UploadDto, UploadKindSchema, UploadStateSchema } from "@/lib/domain/uploads/upload";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

const tag = "Ingest";

export const GateRunReceipt = z.object({
  id: z.string(),
  duplicate: z.boolean(),
  outcome: OutcomeSchema,
  counts: CaseCountsSchema,
  ranAt: z.string(),
  wellFormed: z.boolean(),
  defects: z.array(z.object({ line: z.number().int(), detail: z.string() })),
});

export const NodeReportReceipt = z.object({
  id: z.string(),
  duplicate: z.boolean(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.array(ErrorItemSchema),
});

export const postGateRun = endpoint({
  method: "post",
  path: "/gate-runs",
  tag,
  summary: "Record one execution of a gate from its JUnit XML or JSON",
  description:
    "Idempotent by Idempotency-Key, else by the content with cluster, release, gate, ranAt and attempt. " +
    "A case that passed after it failed in the same run is counted as flaky and as nothing else. " +
    "XML that is not well-formed only by a repeated attribute, as cilium-cli writes it, is accepted and marked.",
  scope: "ingest",
  params: NONE,
  query: RecordGateRunInput,
  body: NONE,
  stream: ["application/xml", "text/xml", "application/json"],
  responses: {
    200: { description: "A replay", schema: GateRunReceipt },
    201: { description: "Recorded", schema: GateRunReceipt },
  },
});

export const postNodeReports = endpoint({
  method: "post",
  path: "/node-reports",
  tag,
  summary: "Record what nodes say of their kernel, BTF, bpf features and libraries",
  description: "One JSON report, or NDJSON with one a line. Good lines are kept, bad ones are named.",
  scope: "ingest",
  params: NONE,
  query: NONE,
  body: NONE,
  stream: ["application/json", "application/x-ndjson"],
  responses: {
    200: { description: "Nothing new: all were there already", schema: NodeReportReceipt },
    201: { description: "All were accepted", schema: NodeReportReceipt },
    207: { description: "Some were accepted", schema: NodeReportReceipt },
  },
});

export const listUploads = endpoint({
  method: "get",
  path: "/uploads",
  tag,
  summary: "What came in, newest first, and what was refused and why",
  description: "`counts` says how many uploads of each state the other filters leave.",
  scope: "read",
  params: NONE,
  query: PageQuery.extend({
    state: UploadStateSchema.optional(),
    kind: UploadKindSchema.optional(),
    cluster: ClusterNameSchema.optional(),
  }),
  body: NONE,
  responses: {
    200: { description: "A page", schema: pageSchema(UploadDto).extend({ counts: z.record(z.string(), z.number()) }) },
  },
});

export const getArtifact = endpoint({
  method: "get",
  path: "/artifacts/{id}",
  tag,
  summary: "A raw document exactly as it was received",
  scope: "read",
  params: z.object({ id: z.uuid() }),
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The document", contentType: "application/octet-stream" } },
});

export const getNodeReport = endpoint({
  method: "get",
  path: "/node-reports/{id}",
  tag,
  summary: "One node report as it was received",
  scope: "read",
  params: z.object({ id: z.uuid() }),
  query: NONE,
  body: NONE,
  responses: { 200: { description: "The report", contentType: "application/json" } },
});
