import { describe, expect, it } from "vitest";
import { lastLine, playwrightOutcome, single, vitestOutcome } from "./outcome";

const run = (report: object | undefined, ok = true) => ({
  ok,
  output: "what it wrote",
  report: report && JSON.stringify(report),
});
const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((each) => ({ status: each })),
});

it("sums all checks in the plain last line", () => {
  expect(lastLine([single(true, ""), { passed: 40, failed: 2, output: "" }, single(false, "")])).toBe(
    "41 passed, 3 failed",
  );
});

describe("Vitest", () => {
  const report = { numPassedTests: 2, numFailedTests: 1, testResults: [file("failed", "passed", "passed", "failed")] };

  it("counts its tests", () => {
    expect(vitestOutcome(run(report, false))).toMatchObject({ passed: 2, failed: 1 });
  });

  it("counts a file that broke before its first test", () => {
    const broken = { ...report, testResults: [...report.testResults, file("failed")] };
    expect(vitestOutcome(run(broken, false))).toMatchObject({ passed: 2, failed: 2 });
  });

  it.each([
    ["wrote no report", undefined, false],
    ["saw no test", { numPassedTests: 0, numFailedTests: 0, testResults: [] }, true],
  ])("fails when it %s", (_, nothing, ok) => {
    expect(vitestOutcome(run(nothing, ok))).toMatchObject({ passed: 0, failed: 1 });
  });

  it("fails when every test passed but the run did not, as after an unhandled rejection", () => {
    const passing = { numPassedTests: 2, numFailedTests: 0, testResults: [file("passed", "passed", "passed")] };
    expect(vitestOutcome(run(passing, false))).toMatchObject({ passed: 2, failed: 1 });
  });
});

describe("Playwright", () => {
  it("counts a test that passed only at a second attempt as failed", () => {
    const report = { stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [] };
    expect(playwrightOutcome(run(report, false))).toMatchObject({ passed: 5, failed: 2 });
  });

  it("fails when the product did not start", () => {
    const report = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{ message: "webServer" }] };
    expect(playwrightOutcome(run(report, false))).toMatchObject({ passed: 0, failed: 1 });
  });
});
