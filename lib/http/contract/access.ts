import { z } from "zod";
import { AuditEntryDto } from "@/lib/domain/audit/entry";
import { endpoint, NONE } from "./endpoint";
import { PageQuery, pageSchema } from "./paging";

export const listAudit = endpoint({
  method: "get",
  path: "/audit",
  tag: "Audit",
  summary: "The append-only log, newest first",
  scope: "read",
  params: NONE,
  query: PageQuery.extend({
    subject: z.string().max(300).optional().meta({ description: "the id of what was acted on, exactly" }),
    action: z.string().max(100).optional().meta({ description: "the beginning of the action: `gate.`" }),
    actor: z.string().max(300).optional().meta({ description: "the id or the name of who acted, exactly" }),
    search: z.string().max(300).optional().meta({ description: "part of a subject, an actor or an action" }),
  }),
  body: NONE,
  responses: { 200: { description: "A page", schema: pageSchema(AuditEntryDto) } },
});

export const verifyAudit = endpoint({
  method: "get",
  path: "/audit/verify",
  tag: "Audit",
  summary: "Whether the chain of hashes holds, and where it breaks",
  scope: "read",
  params: NONE,
  query: NONE,
  body: NONE,
  responses: {
    200: {
      description: "The finding",
      schema: z.object({
        intact: z.boolean(),
        entries: z.number().int(),
        head: z.string(),
        brokenAt: z.number().int().nullable(),
        detail: z.string(),
      }),
    },
  },
});
