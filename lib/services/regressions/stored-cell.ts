import { z } from "zod";
import type { CellRecord } from "@/lib/db/cells";
import { AreaSchema } from "@/lib/domain/readiness/area";
import { CardSchema } from "@/lib/domain/regressions/card";
import { CellStateSchema } from "@/lib/domain/regressions/cell-state";
import type { JudgedCell } from "@/lib/domain/regressions/judged-cell";
import { ExplainSchema, RegressionSeveritySchema } from "@/lib/domain/regressions/regression";
import { WaivedLevelSchema } from "@/lib/domain/regressions/waiver";

const Instant = z.iso.datetime().transform((text) => new Date(text));

/** What a judgement says of a cell beside its card, as it is kept: instants as text. */
const VerdictSchema = z.object({
  title: z.string(),
  area: AreaSchema,
  unwaived: CellStateSchema,
  severity: RegressionSeveritySchema.nullable(),
  waiver: z.object({ id: z.string(), expiresAt: Instant }).nullable(),
  direction: z.enum(["up", "down"]),
  baselineValue: z.number().nullable(),
  candidateValue: z.number().nullable(),
  effect: z.number().nullable(),
  level: WaivedLevelSchema,
  worseThanDismissed: z.boolean(),
  dark: z.boolean(),
  failedRunIds: z.array(z.string()),
  explains: z.array(ExplainSchema),
  heading: z.string(),
  sentence: z.string(),
});

/**
 * A judged cell as it is stored; what is the same as a column is not kept twice. How far a fix is proven is not kept: it
 * counts only while it is judged.
 */
export function toCellRecord(judged: JudgedCell, of: { clusterId: number; facts: unknown }): CellRecord {
  const { cluster: _cluster, verification: _pending, kind, subject, state, p, q, dueAt, card, ...verdict } = judged;
  const { previousState } = card;
  return { clusterId: of.clusterId, kind, subject, state, previousState, facts: of.facts, card, verdict, p, q, dueAt };
}

type StoredCell = Pick<CellRecord, "kind" | "subject" | "state" | "card" | "verdict"> &
  Partial<Pick<CellRecord, "p" | "q" | "dueAt">>;

/** A judged cell as it was stored. @throws ZodError where something else wrote it */
export function readCell(row: StoredCell, cluster: string): JudgedCell {
  const verdict = VerdictSchema.parse(row.verdict);
  return {
    ...verdict,
    verification: null,
    cluster,
    kind: z.enum(["gate", "signal"]).parse(row.kind),
    subject: row.subject,
    state: row.state,
    card: CardSchema.parse(row.card),
    p: row.p ?? null,
    q: row.q ?? null,
    dueAt: row.dueAt ?? null,
  };
}
