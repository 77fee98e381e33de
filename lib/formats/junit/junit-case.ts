import type { GateCaseFact } from "@/lib/domain/gates/gate-run";

/**
 * One execution of a case; a case that was retried has several, in the order in which they ran. Suite and name are what
 * identifies the case from run to run: see case-identity.ts.
 */
export type JunitCase = GateCaseFact;

export type ReportTool = "cilium-cli" | "ginkgo" | "pytest" | "playwright" | "go-junit-report";

export interface JunitDefect {
  line: number;
  detail: string;
}

/** What is known of a report once its last byte was read. */
export interface JunitSummary {
  /** False when the document is not XML by the letter and was read all the same. */
  wellFormed: boolean;
  /** The first of the defects; `defectCount` is how many there were. */
  defects: JunitDefect[];
  defectCount: number;
  /** Executions handed over. */
  cases: number;
  /**
   * Executions of cases proper: neither skipped nor a set-up or tear-down step. With none of them a run proves
   * nothing, even if its set-up passed.
   */
  executed: number;
  suites: number;
  /** When the first suite that says so with a time zone began, RFC 3339 in UTC. */
  startedAt: string | null;
  /** Nothing but set-up was executed, and it failed. */
  setupFailure: boolean;
  /** The program that wrote the report, as far as its habits tell. */
  tool: ReportTool | null;
}
