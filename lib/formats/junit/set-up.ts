import type { JunitCase, ReportTool } from "./junit-case";

interface Pattern {
  tool: ReportTool | "gotestsum";
  name?: RegExp;
  message?: RegExp;
  source: string;
}

/** Steps around the cases that a report lists as if they were cases, whatever became of them. */
const STEPS: readonly (Pattern & { name: RegExp })[] = [
  {
    tool: "ginkgo",
    name: /^\[(?:(?:Synchronized|Report)?(?:Before|After)Suite|DeferCleanup \(Suite\)|DeferOnFailure \(Suite\))\]/,
    source: "types/types.go (node types) and reporters/junit_report.go in onsi/ginkgo v2.34.0",
  },
];

/** Failures that say: the cases that were meant to run never began. */
const SET_UP_FAILURES: readonly Pattern[] = [
  {
    tool: "cilium-cli",
    name: /^connectivity test setup$/,
    source: "https://github.com/cilium/cilium/pull/46990",
  },
  {
    tool: "go-junit-report",
    name: /^\[(?:build|setup) failed\]$/,
    message: /^Build error/,
    source: "junit/junit.go (CreateFromReport) in jstemmer/go-junit-report v2.1.0",
  },
  {
    tool: "go-junit-report",
    name: /^Failure$/,
    message: /^Runtime error/,
    source: "junit/junit.go (CreateFromReport) in jstemmer/go-junit-report v2.1.0: TestMain ended without a test",
  },
  {
    tool: "gotestsum",
    name: /^TestMain$/,
    message: /^Failed/,
    source: "internal/junitxml/report.go in gotestyourself/gotestsum",
  },
  {
    tool: "pytest",
    message: /^(?:collection failure|failed on setup with|internal error)/,
    source: "src/_pytest/junitxml.py in pytest-dev/pytest 9.2.0",
  },
];

/** How much of a report was about its subject. */
export interface SetUpTally {
  /** Steps of set-up that failed. */
  failed: number;
  /** Executions that were neither set-up nor tear-down. */
  executed: number;
}

/** Nothing but set-up was executed, and it failed: the run says nothing of its subject. */
export function isSetupFailure({ failed, executed }: SetUpTally): boolean {
  return failed > 0 && executed === 0;
}

/** The tally with one more execution. */
export function tally(so: SetUpTally, execution: JunitCase): SetUpTally {
  if (execution.status === "skipped") return so;
  const bad = execution.status !== "passed";
  if (bad && SET_UP_FAILURES.some((pattern) => matches(pattern, execution))) return { ...so, failed: so.failed + 1 };
  if (!STEPS.some((step) => step.name.test(execution.name))) return { ...so, executed: so.executed + 1 };
  return bad ? { ...so, failed: so.failed + 1 } : so;
}

function matches({ name, message }: Pattern, execution: JunitCase): boolean {
  return (name?.test(execution.name) ?? true) && (message?.test(execution.message ?? "") ?? true);
}
