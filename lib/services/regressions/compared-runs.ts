import type { ComparedRunRow } from "@/lib/db/gate-observations";
import { NEVER_FAIL_PATTERNS } from "@/lib/domain/gates/catalogue/never-fail";
import type { GateRunRow } from "@/lib/domain/regressions/gate-run-row";

/** research/regressions.md §3.1.3: the baseline is the four weeks before the candidate came. */
const BASELINE_MS = 28 * 24 * 3_600_000;

/** From when on runs with the baseline are taken, for a candidate that first ran then. */
export function baselineStart(firstRun: Date): Date {
  return new Date(firstRun.getTime() - BASELINE_MS);
}

const TITLES = new Map(NEVER_FAIL_PATTERNS.map(({ text, title }) => [text, title]));

/** Runs by cluster, with what must never be seen in words. */
export function byCluster(rows: readonly ComparedRunRow[]): Map<number, (ComparedRunRow & GateRunRow)[]> {
  const told = rows.map((row) => ({
    ...row,
    neverFail: row.neverFail && (TITLES.get(row.neverFail) ?? row.neverFail),
  }));
  return Map.groupBy(told, ({ clusterId }) => clusterId);
}
