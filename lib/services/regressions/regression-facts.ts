import type { FindingRow } from "@/lib/db/cells";
import type { RegressionFacts } from "@/lib/domain/readiness/cluster-facts";
import { regressionReasons } from "@/lib/domain/regressions/regression-reasons";
import { readCell } from "./stored-cell";

/** What the comparison with the baseline says of one cluster, for its verdict. */
export function regressionFacts(cluster: string, rows: readonly FindingRow[], open: number): RegressionFacts {
  const findings = rows.map((row) => ({
    cell: readCell(row, cluster),
    regression: row.regression && { ...row.regression, firstSeenAt: new Date(row.regression.firstSeenAt) },
  }));
  const due = findings.flatMap(({ cell }) => (cell.dueAt === null ? [] : [cell.dueAt.getTime()]));
  return {
    reasons: regressionReasons(cluster, findings),
    open,
    expiresAt: due.length === 0 ? null : new Date(Math.min(...due)),
    inputs: findings.map(({ cell, regression }) => ({
      kind: cell.kind,
      subject: cell.subject,
      state: cell.state,
      sha256: cell.card.inputsSha256,
      regression: regression?.id ?? null,
    })),
  };
}
