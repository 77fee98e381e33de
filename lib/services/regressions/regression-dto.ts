import { z } from "zod";
import type { RegressionRow } from "@/lib/db/regressions";
import type { RegressionDto } from "@/lib/domain/regressions/dto";
import { ExplainSchema } from "@/lib/domain/regressions/regression";
import type { TitleOf } from "./subject-titles";

const Explains = z.array(ExplainSchema);

/** The outward shape of a regression. */
export function toRegressionDto(row: RegressionRow, titleOf: TitleOf): RegressionDto {
  const { clusterId: _cluster, releaseId: _release, ...rest } = row;
  return {
    ...rest,
    title: titleOf(row.kind, row.subject),
    explains: Explains.parse(row.explains),
    firstSeenAt: row.firstSeenAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    expiresAt: row.expiresAt?.toISOString() ?? null,
    fixClaimedAt: row.fixClaimedAt?.toISOString() ?? null,
    closedAt: row.closedAt?.toISOString() ?? null,
  };
}
