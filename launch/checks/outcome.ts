import { z } from "zod";

/** What one check found; `output` is what a person needs to see when something failed. */
export interface Outcome {
  passed: number;
  failed: number;
  output: string;
}

/** A check that holds or does not, such as "the types fit". */
export const single = (ok: boolean, output: string): Outcome => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, output });

/** The whole of a run as its last line says it. */
export function lastLine(outcomes: Outcome[]): string {
  const sum = (key: "passed" | "failed") => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  return `${sum("passed")} passed, ${sum("failed")} failed`;
}

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
});

/** https://playwright.dev/docs/api/class-testerror and the `stats` of its JSON reporter */
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
  errors: z.array(z.unknown()),
});

interface Run {
  ok: boolean;
  output: string;
  /** Text of the JSON report, undefined when the runner wrote none. */
  report: string | undefined;
}

/** Counts tests; a runner that failed, or saw no test at all, counts as one failure of its own. */
function counted(passed: number, failed: number, run: Run): Outcome {
  const silent = failed === 0 && (!run.ok || passed === 0);
  return { passed, failed: silent ? 1 : failed, output: run.output };
}

/** Reads Vitest's JSON report. A file that broke before its first test is one failure. */
export function vitestOutcome(run: Run): Outcome {
  if (run.report === undefined) return single(false, run.output);
  const report = vitestReport.parse(JSON.parse(run.report));
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  );
  return counted(report.numPassedTests, report.numFailedTests + broken.length, run);
}

/** Reads Playwright's JSON report. A test that passed only at a second attempt is a failure. */
export function playwrightOutcome(run: Run): Outcome {
  if (run.report === undefined) return single(false, run.output);
  const { stats, errors } = playwrightReport.parse(JSON.parse(run.report));
  return counted(stats.expected, stats.unexpected + stats.flaky + errors.length, run);
}
