import { countWords } from "../readiness/words";
import { wilson } from "../stats/proportion";
import type { CalibrationDto } from "./dto";
import { shareWords } from "./figure-words";
import { groupBy } from "./group-by";
import type { CloseReason, RegressionKind, RegressionState } from "./regression";

/** A regression as the calibration counts it. */
export interface PastRegression {
  kind: RegressionKind;
  /** The rule that judged it: `card.rule`. */
  ruleVersion: string;
  state: RegressionState;
  closeReason: CloseReason | null;
}

export type CalibrationRow = CalibrationDto["rows"][number];

/** Ended without anybody having found a change of the product. */
const NOT_REAL: ReadonlySet<CloseReason> = new Set<CloseReason>(["infra", "dismissed", "rolled-off-unproven"]);

/** A dismissal ends a regression, whether or not it says so again. */
function endOf({ state, closeReason }: PastRegression): CloseReason | null {
  if (state === "dismissed") return "dismissed";
  return state === "resolved" ? (closeReason ?? "rolled-off-unproven") : null;
}

function rowOf(past: readonly PastRegression[], kind: RegressionKind, ruleVersion: string): CalibrationRow {
  const ends = past.map(endOf).filter((end) => end !== null);
  const byReason: Record<string, number> = {};
  for (const end of ends) byReason[end] = (byReason[end] ?? 0) + 1;
  const notReal = ends.filter((end) => NOT_REAL.has(end)).length;
  // One that a newer candidate took over was never decided.
  const decided = ends.filter((end) => end !== "superseded-by-candidate").length;
  return {
    kind,
    ruleVersion,
    closed: ends.length,
    byReason,
    notReal,
    share: decided === 0 ? null : { value: notReal / decided, ...wilson(notReal, decided, 0.95) },
    open: past.length - ends.length,
  };
}

/** How the reds of the past ended, by kind and rule; the share that was not real with its 95 % Wilson interval. */
export function calibrationRows(past: readonly PastRegression[]): readonly CalibrationRow[] {
  return [...groupBy(past, ({ kind, ruleVersion }) => `${kind} ${ruleVersion}`).values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [rowOf(group, first.kind, first.ruleVersion)];
  });
}

/** The rows in one sentence. */
export function calibrationSentence(rows: readonly CalibrationRow[]): string {
  const closed = rows.reduce((sum, row) => sum + row.closed, 0);
  const superseded = rows.reduce((sum, row) => sum + (row.byReason["superseded-by-candidate"] ?? 0), 0);
  const decided = closed - superseded;
  if (decided === 0) return "No regression has ended yet, so nothing is known of how many are real.";
  const notReal = rows.reduce((sum, row) => sum + row.notReal, 0);
  const { low, high } = wilson(notReal, decided, 0.95);
  const span = `${shareWords(notReal / decided)} (95 % CI ${shareWords(low)} to ${shareWords(high)})`;
  return `${countWords(decided, "regression")} ended; ${notReal} of them, ${span}, turned out not to be real or were never proven.`;
}
