import type { GateRunFact, NotPassedCase } from "./gate-history";
import type { GateWindow } from "./gate-window";

/** Cases that pass and fail without a reason: how many, those known by name, and the runs that show it. */
export interface FlakyCases {
  count: number;
  names: readonly string[];
  runIds: readonly string[];
}

/** One run seen through its failures. A list that was cut short does not say that a case it leaves out passed. */
interface RunView {
  id: string;
  /** Name by key. */
  failed: ReadonlyMap<string, string>;
  flaky: ReadonlyMap<string, string>;
  flakyCount: number;
  complete: boolean;
}

function namesByKey(cases: readonly NotPassedCase[]): Map<string, string> {
  return new Map(cases.map((one) => [JSON.stringify([one.suite ?? "", one.name]), one.name]));
}

function viewOf(run: GateRunFact): RunView {
  const { failed, error, flaky } = run.counts;
  return {
    id: run.id,
    failed: namesByKey(run.notPassed.filter((one) => one.status !== "flaky")),
    flaky: namesByKey(run.notPassed.filter((one) => one.status === "flaky")),
    flakyCount: flaky,
    complete: run.notPassed.length >= failed + error + flaky,
  };
}

/** Failed, then passed, then failed again: the same read from either end. A failure followed only by passes is fixed. */
function cameBack(key: string, inOrder: readonly RunView[]): boolean {
  let seen = false;
  let passed = false;
  for (const run of inOrder) {
    if (run.failed.has(key)) {
      if (passed) return true;
      seen = true;
    } else if (seen && run.complete) {
      passed = true;
    }
  }
  return false;
}

/** Flaky inside a judged run, or failing again after a pass over the fresh conclusive runs; null: none. */
export function flakyCases(window: GateWindow): FlakyCases | null {
  const judged = window.judged.map(viewOf);
  const history = window.conclusive.map(viewOf);
  const withinRun = judged.flatMap((run) => [...run.flaky]);
  const everFailed = new Map(history.flatMap((run) => [...run.failed]));
  const overRuns = [...everFailed].filter(([key]) => cameBack(key, history));
  const named = new Map([...withinRun, ...overRuns]);
  const unnamed = Math.max(0, ...judged.map((run) => run.flakyCount - run.flaky.size));
  const count = named.size + unnamed;
  if (count === 0) return null;
  const returning = overRuns.map(([key]) => key);
  const shown = [
    ...judged.filter((run) => run.flakyCount > 0 || run.flaky.size > 0),
    ...history.filter((run) => returning.some((key) => run.failed.has(key))),
  ];
  return { count, names: [...named.values()].sort(), runIds: [...new Set(shown.map((run) => run.id))].sort() };
}
