import type { AuditOf } from "@/lib/queries/audit";

export interface AuditFilters {
  q: string;
  subject: string | null;
  action: string | null;
  actor: string | null;
}

/** What of the log is asked for; also how the server asks ahead. */
export function auditOf({ q, subject, action, actor }: AuditFilters): AuditOf {
  return {
    search: q.trim() === "" ? undefined : q.trim(),
    subject: subject ?? undefined,
    action: action ?? undefined,
    actor: actor ?? undefined,
  };
}

/** The log without a filter. */
export const EVERYTHING = auditOf({ q: "", subject: null, action: null, actor: null });
