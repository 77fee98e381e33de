import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import { AuditEntryDto } from "@/lib/domain/audit/entry";
import { api } from "@/lib/routes";
import { pageOf, requestJson } from "./fetcher";

const Entries = pageOf(AuditEntryDto);
export type AuditPage = z.infer<typeof Entries>;

const Finding = z.object({
  intact: z.boolean(),
  entries: z.number().int(),
  head: z.string(),
  brokenAt: z.number().int().nullable(),
  detail: z.string(),
});
export type AuditFinding = z.infer<typeof Finding>;

export const ENTRIES_SHOWN = 50;
/** Not every change sends an event, so the log is also asked by the clock. */
const ASK_AGAIN_MS = 30_000;

export interface AuditOf {
  search: string | undefined;
  subject: string | undefined;
  action: string | undefined;
  actor: string | undefined;
}

function auditPage(of: AuditOf, cursor: string | undefined, signal?: AbortSignal) {
  const address = api.audit({ ...of, limit: ENTRIES_SHOWN, cursor });
  return requestJson(address, Entries, signal === undefined ? {} : { signal });
}

/** What the page of the log asks for. */
export const auditQueries = {
  newest: (of: AuditOf) =>
    queryOptions({
      queryKey: ["audit", "newest", of],
      refetchInterval: ASK_AGAIN_MS,
      queryFn: ({ signal }) => auditPage(of, undefined, signal),
    }),
  /** The entries before a position. */
  earlier: (of: AuditOf, cursor: string) => auditPage(of, cursor),
};

/** Walks the whole chain on the server and says whether it holds. */
export async function verifyAudit(): Promise<AuditFinding> {
  return requestJson(api.auditVerify(), Finding);
}
