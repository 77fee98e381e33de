import { z } from "zod";
import { listResemblances } from "@/lib/db/regression-history";
import type { Queryable } from "@/lib/db/transaction";
import type { SimilarRegressionDto } from "@/lib/domain/regressions/dto";
import { ExplainSchema } from "@/lib/domain/regressions/regression";
import { similarTo } from "@/lib/domain/regressions/similar";
import type { TitleOf } from "./subject-titles";

const Explains = z.array(ExplainSchema);
/** The newest regressions of the release or the subject are looked through; older ones are history. */
const LOOKED_THROUGH = 500;

/** The regressions most like this one, best first. */
export async function similarRegressions(
  sql: Queryable,
  id: string,
  titleOf: TitleOf,
): Promise<SimilarRegressionDto[]> {
  const rows = await listResemblances(sql, id, LOOKED_THROUGH);
  const all = rows.map((row) => ({ ...row, explains: Explains.parse(row.explains) }));
  const one = all.find((row) => row.id === id);
  if (one === undefined) return [];
  return similarTo(one, all).map(({ other, score, why }) => {
    const { number, cluster, release, state } = other;
    return { id: other.id, number, cluster, release, title: titleOf(other.kind, other.subject), state, why, score };
  });
}
