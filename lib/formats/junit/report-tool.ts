import type { ReportTool } from "./junit-case";

type Attributes = ReadonlyMap<string, string>;

/** What a report shows of the program that wrote it: its root, its first suite and its first case. */
export interface ReportHabits {
  root: Attributes;
  suite: Attributes;
  properties: ReadonlySet<string>;
  case: Attributes;
}

/** Playwright writes `id` and `name` on the root, even if empty, and one suite for each test file and project. */
export function isPlaywright(root: Attributes, suite: Attributes): boolean {
  return root.has("id") && root.has("name") && suite.has("hostname") && /\.[cm]?[jt]sx?$/.test(suite.get("name") ?? "");
}

/** The first whose habits are seen is it. */
const TOOLS: readonly { tool: ReportTool; source: string; wrote: (habits: ReportHabits) => boolean }[] = [
  {
    tool: "cilium-cli",
    source: "cilium-cli/connectivity/check/junit.go in cilium/cilium",
    wrote: ({ suite }) => suite.get("package") === "cilium" || suite.get("name") === "connectivity test",
  },
  {
    tool: "ginkgo",
    source: "reporters/junit_report.go in onsi/ginkgo v2.34.0",
    wrote: (habits) => habits.properties.has("SuiteSucceeded") || /^\[It\]/.test(habits.case.get("name") ?? ""),
  },
  {
    tool: "pytest",
    source: "src/_pytest/junitxml.py in pytest-dev/pytest 9.2.0",
    wrote: ({ root, suite }) => root.get("name") === "pytest tests" || suite.get("name") === "pytest",
  },
  {
    tool: "playwright",
    source: "packages/playwright/src/reporters/junit.ts in microsoft/playwright 1.65.1",
    wrote: ({ root, suite }) => isPlaywright(root, suite),
  },
  {
    tool: "go-junit-report",
    source: "junit/junit.go in jstemmer/go-junit-report v2.1.0",
    wrote: ({ root, suite, case: first }) =>
      !root.has("name") && suite.has("id") && suite.has("hostname") && suite.get("name") === first.get("classname"),
  },
];

/** The program that wrote the report, or null when none of those we know would have written it so. */
export function toolOf(habits: ReportHabits): ReportTool | null {
  return TOOLS.find(({ wrote }) => wrote(habits))?.tool ?? null;
}
