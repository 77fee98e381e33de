import { z } from "zod";
import type { CurrentRow } from "@/lib/db/readiness";
import { AreaSchema } from "@/lib/domain/readiness/area";
import { AreaVerdictDto, ReadinessItemDto } from "@/lib/domain/readiness/dto";
import { ReasonSchema } from "@/lib/domain/readiness/reason";
import { VerdictSchema } from "@/lib/domain/readiness/verdict";

const Stored = z.object({
  verdict: VerdictSchema,
  areas: z.record(AreaSchema, AreaVerdictDto),
  reasons: z.array(ReasonSchema),
  nodes: ReadinessItemDto.shape.nodes,
  evidence: ReadinessItemDto.shape.evidence,
});
/** A judgement as it comes out of the database: dates are text. */
export type StoredJudgement = z.infer<typeof Stored>;

/** Reads back what a snapshot says. */
export function readStoredJudgement(
  row: Pick<CurrentRow, "verdict" | "areas" | "reasons" | "nodes" | "evidence">,
): StoredJudgement {
  return Stored.parse(row);
}
