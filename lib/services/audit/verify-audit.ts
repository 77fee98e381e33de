import { auditHead, isSound, listAuditFrom } from "@/lib/db/audit";
import { GENESIS_HASH } from "@/lib/domain/audit/entry";
import { requirePermission, type ServiceContext } from "../context";

export interface AuditFinding {
  intact: boolean;
  entries: number;
  head: string;
  brokenAt: number | null;
  detail: string;
}

const PAGE = 1000;

/** Walks the chain from its first entry: numbers without gaps, each hash right and pointing at the one before. */
export async function verifyAudit({ ctx }: { ctx: ServiceContext }): Promise<AuditFinding> {
  requirePermission(ctx, "read");
  const head = await auditHead(ctx.db);
  let previous = { seq: 0, hash: GENESIS_HASH };
  const broken = (detail: string): AuditFinding => ({
    intact: false,
    entries: previous.seq,
    head: previous.hash,
    brokenAt: previous.seq + 1,
    detail,
  });
  while (previous.seq < head.seq) {
    const page = await listAuditFrom(ctx.db, previous.seq + 1, PAGE);
    if (page.length === 0) return broken(`Entry ${previous.seq + 1} is missing; the log should end at ${head.seq}.`);
    for (const entry of page) {
      if (entry.seq > head.seq) break;
      if (entry.seq !== previous.seq + 1) return broken(`Entry ${previous.seq + 1} is missing.`);
      if (entry.prevHash !== previous.hash) return broken(`Entry ${entry.seq} does not point at the entry before it.`);
      if (!isSound(entry)) return broken(`Entry ${entry.seq} was changed: its hash is not that of what it says.`);
      previous = entry;
    }
  }
  if (previous.hash !== head.hash) return broken("The end of the log is not the end that was written down.");
  return {
    intact: true,
    entries: previous.seq,
    head: previous.hash,
    brokenAt: null,
    detail: "Every entry is as it was written.",
  };
}
