import type { Card } from "@/lib/domain/regressions/card";

export type JudgedRun = Card["runs"][number];
export type RunResult = JudgedRun["result"];

export interface RunBox extends JudgedRun {
  /** Counted from one, oldest first. */
  number: number;
}

/** The candidate's runs, numbered from the oldest; only the newest `most` are shown. */
export function prepareRunBoxes(runs: readonly JudgedRun[], most: number): { boxes: RunBox[]; folded: number } {
  const numbered = runs
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map((run, at) => ({ ...run, number: at + 1 }));
  const folded = Math.max(0, numbered.length - most);
  return { boxes: numbered.slice(folded), folded };
}

/** Worst first. */
const RESULTS = ["failed", "flaky", "quarantined", "excluded", "passed"] as const satisfies readonly RunResult[];

/** "3 failed, 1 flaky, 6 passed": what the runs came to, worst first. */
export function runCounts(runs: readonly Pick<JudgedRun, "result">[]): string {
  return RESULTS.map((result) => ({ result, count: runs.filter((run) => run.result === result).length }))
    .filter(({ count }) => count > 0)
    .map(({ result, count }) => `${count} ${result}`)
    .join(", ");
}

export interface BaselineGrid {
  /** True is a square that failed. */
  squares: boolean[];
  /** How many runs one square stands for. */
  each: number;
}

/**
 * `x` failures of `n` runs as at most `most` squares, failures last. A square stands for several runs where there are
 * too many; one failure is always seen.
 */
export function prepareBaselineGrid(x: number, n: number, most: number): BaselineGrid {
  const each = Math.max(1, Math.ceil(n / most));
  const total = Math.ceil(n / each);
  const failed = x === 0 ? 0 : Math.min(total, Math.max(1, Math.round(x / each)));
  return { squares: Array.from({ length: total }, (_, at) => at >= total - failed), each };
}
