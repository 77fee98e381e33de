import { describe, expect, it } from "vitest";
import type { CaseStatus } from "@/lib/domain/gates/gate-run";
import { isSetupFailure, tally } from "./set-up";

type Run = [name: string, status: CaseStatus, message?: string];

function tallyOf(runs: readonly Run[]) {
  return runs
    .map(([name, status, message = null]) => ({ suite: null, name, status, durationSeconds: null, message }))
    .reduce(tally, { failed: 0, executed: 0 });
}

describe("isSetupFailure", () => {
  it.each<[string, Run[], boolean]>([
    ["cilium-cli's synthetic case", [["connectivity test setup", "failed"]], true],
    [
      "the same, then a test",
      [
        ["connectivity test setup", "failed"],
        ["no-policies", "failed"],
      ],
      false,
    ],
    [
      "the same, then a skipped test",
      [
        ["connectivity test setup", "failed"],
        ["no-policies", "skipped"],
      ],
      true,
    ],
    ["BeforeSuite", [["[BeforeSuite]", "failed"]], true],
    ["SynchronizedBeforeSuite that panicked", [["[SynchronizedBeforeSuite]", "error"]], true],
    [
      "BeforeSuite passed, the spec failed",
      [
        ["[BeforeSuite]", "passed"],
        ["[It] a", "failed"],
      ],
      false,
    ],
    ["only AfterSuite ran, and passed", [["[AfterSuite]", "passed"]], false],
    ["a package that did not build", [["[build failed]", "error", "Build error\nx.go:1"]], true],
    ["a package whose set-up failed", [["[setup failed]", "error", "Build error"]], true],
    ["a test by the name of Failure", [["Failure", "failed", "Failed"]], false],
    ["pytest could not collect", [["tests.test_a", "error", "collection failure\nImportError"]], true],
    ["pytest: every fixture broke", [["test_a", "error", 'failed on setup with "RuntimeError"']], true],
    ["pytest: the fixture broke afterwards", [["test_a", "error", 'failed on teardown with "RuntimeError"']], false],
    ["an empty report", [], false],
    ["a failed test", [["no-policies", "failed"]], false],
  ])("%s", (_, runs, expected) => {
    expect(isSetupFailure(tallyOf(runs))).toBe(expected);
  });
});
