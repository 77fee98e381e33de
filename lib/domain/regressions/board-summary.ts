import { countWords, numberWords } from "../readiness/words";
import { type CellState, isAmber, isRed } from "./cell-state";
import type { BoardSummary, JudgedCell } from "./judged-cell";
import { GATE_RULE_VERSION } from "./rule-version";
import { EXPECTED_FALSE_SHARE } from "./thresholds";

export type Family = BoardSummary["families"][number];

/** Limits and what may never happen are no tests: chance has no part in them. */
function isStatistical({ card: { channel } }: JudgedCell): boolean {
  return channel !== "never-fail" && channel !== "guardrail" && channel !== "absolute-rule";
}

function falseWords(expected: number): string {
  if (expected < 0.5) return "less than one expected false";
  if (expected < 1.5) return "about one expected false";
  return `about ${numberWords(Math.round(expected))} expected false`;
}

function redSentence(red: readonly JudgedCell[], expectedFalse: number): string {
  const bySignal = red.some((cell) => cell.kind === "signal" && isStatistical(cell));
  const how = bySignal
    ? "10 % of reds in held-out simulation of gates, assumed for signals"
    : "10 % of reds in held-out simulation";
  if (!red.some(isStatistical)) return `${numberWords(red.length)} red, none of them by statistics.`;
  return `${numberWords(red.length)} red; by construction ${falseWords(expectedFalse)} (${how}).`;
}

function calmSentence(cells: readonly JudgedCell[]): string {
  if (cells.length === 0) return "Nothing has been compared yet.";
  const proven = cells.filter(({ state }) => state === "CLEAN" || state === "IMPROVED").length;
  const amber = cells.filter(({ state }) => isAmber(state)).length;
  const looks = amber === 0 ? "" : ` ${countWords(amber, "cell")} ${amber === 1 ? "wants" : "want"} another look.`;
  const of = countWords(cells.length, "comparison");
  const known =
    proven === cells.length
      ? "All are proven no worse."
      : `${numberWords(proven)} are proven no worse; the others say too little so far.`;
  return `Nothing red in ${of}.${looks} ${known}`;
}

function countStates(cells: readonly JudgedCell[]): Record<CellState, number> {
  const count = new Map<CellState, number>();
  for (const { state } of cells) count.set(state, (count.get(state) ?? 0) + 1);
  const of = (state: CellState) => count.get(state) ?? 0;
  return {
    FAILED_FIX: of("FAILED_FIX"),
    EXTREME: of("EXTREME"),
    REGRESSED: of("REGRESSED"),
    SUSPECT: of("SUSPECT"),
    FLAKE_REGRESSED: of("FLAKE_REGRESSED"),
    NOVEL: of("NOVEL"),
    FIX_WAITING: of("FIX_WAITING"),
    WAIVED: of("WAIVED"),
    INSUFFICIENT: of("INSUFFICIENT"),
    NO_DATA: of("NO_DATA"),
    STALE: of("STALE"),
    INCOMPARABLE: of("INCOMPARABLE"),
    NEW_NO_BASELINE: of("NEW_NO_BASELINE"),
    CLEAN: of("CLEAN"),
    IMPROVED: of("IMPROVED"),
  };
}

/** The board in counts and one sentence. A waived cell counts as waived, not as red. */
export function summarizeBoard(cells: readonly JudgedCell[], families: readonly Family[]): BoardSummary {
  const counts = countStates(cells);
  const red = cells.filter(({ state }) => isRed(state));
  const expectedFalse = Number((EXPECTED_FALSE_SHARE * red.filter(isStatistical).length).toFixed(1));
  return {
    ruleVersion: GATE_RULE_VERSION,
    counts,
    families: [...families],
    red: red.length,
    expectedFalse,
    sentence: red.length === 0 ? calmSentence(cells) : redSentence(red, expectedFalse),
  };
}
