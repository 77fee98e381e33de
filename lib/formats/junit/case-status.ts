import type { CaseStatus } from "@/lib/domain/gates/gate-run";

/** From best to worst: of several things said of one execution, the worst holds. */
const SEVERITY: Readonly<Record<CaseStatus, number>> = { passed: 0, skipped: 1, error: 2, failed: 3 };

export function worseOf(a: CaseStatus, b: CaseStatus): CaseStatus {
  return SEVERITY[a] >= SEVERITY[b] ? a : b;
}

/**
 * Words of the attributes `status` and `result` of a `testcase`, lower case: cilium-cli (passed, skipped, failed),
 * Ginkgo's spec states (types/types.go in onsi/ginkgo v2) and GoogleTest (docs/advanced.md in google/googletest), with
 * the spellings that hand-made reports use.
 */
const WORDS: ReadonlyMap<string, CaseStatus> = new Map<string, CaseStatus>([
  ...words("passed", ["", "passed", "pass", "ok", "success", "successful", "succeeded", "completed", "run"]),
  ...words("failed", ["failed", "fail", "failure", "timedout", "timeout", "aborted"]),
  ...words("error", ["error", "errored", "panicked", "interrupted", "crashed", "broken"]),
  ...words("skipped", ["skipped", "skip", "pending", "disabled", "notrun", "suppressed", "ignored", "inactive"]),
]);

function words(status: CaseStatus, spellings: readonly string[]): [string, CaseStatus][] {
  return spellings.map((spelling) => [spelling, status]);
}

/** What the word says; a word that nobody knows is no proof that the case ran, so it counts as skipped. */
export function statusOfWord(word: string): CaseStatus {
  return WORDS.get(word.trim().toLowerCase()) ?? "skipped";
}

/** What an element inside a `testcase` says, and of which execution: the one reported, or one before or after it. */
export interface ResultElement {
  status: CaseStatus;
  execution: "reported" | "before" | "after";
}

/**
 * The JUnit elements, and those for reruns: a case that passed in the end carries its earlier failures as `flaky…`, one
 * that never passed its later ones as `rerun…` (https://maven.apache.org/surefire/maven-surefire-plugin/examples/
 * rerun-failing-tests.html; Playwright's junit reporter writes the same with `includeRetries`).
 */
export const RESULT_ELEMENTS: ReadonlyMap<string, ResultElement> = new Map<string, ResultElement>([
  ["failure", { status: "failed", execution: "reported" }],
  ["error", { status: "error", execution: "reported" }],
  ["skipped", { status: "skipped", execution: "reported" }],
  ["flakyFailure", { status: "failed", execution: "before" }],
  ["flakyError", { status: "error", execution: "before" }],
  ["rerunFailure", { status: "failed", execution: "after" }],
  ["rerunError", { status: "error", execution: "after" }],
]);
