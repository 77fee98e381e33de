import { z } from "zod";
import type { WaiverRow } from "@/lib/db/waivers";
import { WaivedLevelSchema, type WaiverDto, WaiverScopeSchema } from "@/lib/domain/regressions/waiver";
import { type WaiverFact, waiverStateOf } from "@/lib/domain/regressions/waiver-rule";

const Stored = z.object({
  scope: WaiverScopeSchema,
  level: z.record(z.string(), WaivedLevelSchema),
  approvals: z.array(z.object({ kind: z.string(), id: z.string(), name: z.string(), at: z.string() })),
});

/** A waiver as the rules need it. */
export function toWaiverFact(row: WaiverRow): WaiverFact {
  const { id, kind, subject, expiresAt, revokedAt, authorId, approvalsNeeded } = row;
  return { ...Stored.parse(row), id, kind, subject, expiresAt, revokedAt, authorId, approvalsNeeded };
}

/** The outward shape of a waiver as it stands at `now`. */
export function toWaiverDto(row: WaiverRow, now: Date): WaiverDto {
  const { id, release, kind, subject, reason, url, approvalsNeeded } = row;
  const stored = Stored.parse(row);
  return {
    ...{ id, release, kind, subject, reason, url, approvalsNeeded },
    ...stored,
    state: waiverStateOf(toWaiverFact(row), now),
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    author: { kind: row.authorKind, id: row.authorId, name: row.authorName },
    revokedAt: row.revokedAt?.toISOString() ?? null,
  };
}
