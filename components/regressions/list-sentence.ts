import { countWords, listWords, numberWords } from "@/lib/domain/readiness/words";
import { type CellState, isAmber, isRed } from "@/lib/domain/regressions/cell-state";
import type { BoardDto, RegressionDto, RegressionGroupDto } from "@/lib/domain/regressions/dto";
import { isAlive } from "./triage-rules";
import { certaintyWords } from "./value-words";

const CLUSTERS_NAMED = 2;
const UNPROVEN: readonly CellState[] = ["INSUFFICIENT", "STALE", "INCOMPARABLE", "NEW_NO_BASELINE"];

/** How many cells have something to compare, and of how many of them nothing can be said. Without data there is none. */
export function boardTotals({ counts }: Pick<BoardDto, "counts">): { cells: number; unproven: number } {
  const cells = Object.values(counts).reduce((sum, count) => sum + count, 0) - (counts.NO_DATA ?? 0);
  return { cells, unproven: UNPROVEN.reduce((sum, state) => sum + (counts[state] ?? 0), 0) };
}

/** Whether anything was held against a baseline at all: no regression then says nothing. */
export function wasCompared(board: Pick<BoardDto, "judgedAt" | "counts">): boolean {
  return board.judgedAt !== null && boardTotals(board).cells > 0;
}

interface Standing {
  title: string;
  items: readonly RegressionDto[];
}

function standing(
  groups: readonly RegressionGroupDto[],
  isOf: (state: CellState) => boolean,
  on: string[],
): Standing[] {
  return groups.flatMap(({ title, items }) => {
    const left = items.filter(
      (item) => isAlive(item) && !item.waived && isOf(item.cellState) && (on.length === 0 || on.includes(item.cluster)),
    );
    return left.length === 0 ? [] : [{ title, items: left }];
  });
}

function clustersOf(groups: readonly Standing[]): string[] {
  const names = new Set(groups.flatMap(({ items }) => items.map(({ cluster }) => cluster)));
  return [...names].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}

/** The least certain of some: what all of them are surer than. Empty where not all were decided by chance. */
function certainty(groups: readonly Standing[]): string {
  const all = groups.flatMap(({ items }) => items.map(({ qValue }) => qValue));
  const values = all.filter((value) => value !== null);
  if (values.length === 0 || values.length < all.length) return "";
  const largest = certaintyWords(Math.max(...values));
  if (values.length === 1) return largest.startsWith("<") ? `, q ${largest}` : `, q = ${largest}`;
  return `, each with q ${largest.startsWith("<") ? largest : `≤ ${largest}`}`;
}

function nothingWords(board: BoardDto, against: string, place: string): string {
  const { cells, unproven } = boardTotals(board);
  if (place !== "") return `Nothing got worse${against}${place}.`;
  const judged = cells - unproven;
  if (judged === 0) {
    return `Nothing can be said yet: ${countWords(cells, "comparison")}${against.replace(" than ", " with ")}, and too little evidence for any.`;
  }
  const rest = unproven === 0 ? "" : `; for ${numberWords(unproven)} more there is too little evidence`;
  return `Nothing got worse${against} in ${countWords(judged, "comparison")}${rest}.`;
}

/** The answer to "what got worse, how sure are we?", to be read aloud; `on` empty is the whole fleet. */
export function listSentence(board: BoardDto, groups: readonly RegressionGroupDto[], on: string[] = []): string {
  const place = on.length === 0 ? "" : ` on ${listWords(on, CLUSTERS_NAMED)}`;
  const against = board.baseline === null ? "" : ` than ${board.baseline}`;
  if (!wasCompared(board)) {
    return `Nothing of ${board.release} was compared with ${board.baseline ?? "a baseline"} yet.`;
  }
  const red = standing(groups, isRed, on);
  const amber = standing(groups, isAmber, on);
  const where = clustersOf(red);
  const rest = amber.length === 0 ? "" : `; ${numberWords(amber.length)} more to decide`;
  if (red.length === 0) {
    if (amber.length === 0) return nothingWords(board, against, place);
    const verb = amber.length === 1 ? "is" : "are";
    return `Nothing got worse for certain; ${countWords(amber.length, "thing")} ${verb} to decide on ${listWords(clustersOf(amber), CLUSTERS_NAMED)}.`;
  }
  const [only, ...others] = red;
  if (only !== undefined && others.length === 0) {
    return `${only.title} got worse${against} on ${listWords(where, CLUSTERS_NAMED)}${certainty(red)}${rest}.`;
  }
  const clusters =
    where.length <= CLUSTERS_NAMED ? listWords(where, CLUSTERS_NAMED) : countWords(where.length, "cluster");
  return `${countWords(red.length, "thing")} got worse${against} on ${clusters}${certainty(red)}${rest}.`;
}
