export type CaseStatus = "passed" | "failed" | "skipped";

/** One execution of a case. A case that was retried has several in a row, and the last one counts. */
export interface ExecutedCase {
  /** The suite, class or file the tool puts the case into. */
  group: string;
  name: string;
  status: CaseStatus;
  seconds: number;
  /** What failed: one message for each failed action. */
  messages: readonly string[];
  /** Where it failed, beside each message; only cilium-cli says that. */
  actions: readonly string[];
}

/** One finished run of a suite, to be written the way its tool writes it. */
export interface FinishedRun {
  /** What the tool calls the whole suite. */
  suite: string;
  startedAt: Date;
  host: string;
  args: readonly string[];
  /** Why nothing could be tested; null: the cases were run. */
  setUpFailure: string | null;
  cases: readonly ExecutedCase[];
}

/** A document as it goes over the wire. */
export interface WireDocument {
  contentType: "application/xml" | "application/json" | "application/x-ndjson" | "text/plain; version=0.0.4";
  body: string;
}

/** A case with the failed executions before the one that counts. */
export interface CaseHistory {
  last: ExecutedCase;
  earlier: readonly ExecutedCase[];
}

/** Puts the executions of one case together, in the order of the cases. */
export function caseHistories(cases: readonly ExecutedCase[]): CaseHistory[] {
  const histories = new Map<string, CaseHistory>();
  for (const execution of cases) {
    const key = `${execution.group}\0${execution.name}`;
    const before = histories.get(key);
    histories.set(key, { last: execution, earlier: before ? [...before.earlier, before.last] : [] });
  }
  return [...histories.values()];
}

export function totalSeconds(cases: readonly ExecutedCase[]): number {
  return cases.reduce((sum, one) => sum + one.seconds, 0);
}

export function countOf(cases: readonly ExecutedCase[], status: CaseStatus): number {
  return cases.filter((one) => one.status === status).length;
}
