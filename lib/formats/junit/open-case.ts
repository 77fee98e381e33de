import { type ResultElement, statusOfWord } from "./case-status";
import { Execution } from "./execution";
import { GinkgoAttempts } from "./ginkgo-attempts";
import type { JunitCase } from "./junit-case";
import { parseSeconds } from "./report-times";
import type { XmlElement } from "./xml-reader";

/** Attributes in which tools put what a result says; cilium-cli repeats the second for every failed action. */
const MESSAGES: readonly string[] = ["message", "failureMessage"];

/** Attributes in which tools put what became of a case. */
const STATUSES: readonly string[] = ["status", "result"];

/** A `testcase` while it is read: the execution it reports, and those before and after it. */
export class OpenCase {
  private readonly reported: Execution;
  private readonly before: Execution[] = [];
  private readonly after: Execution[] = [];
  private readonly attempts = new GinkgoAttempts();

  constructor(
    readonly suite: string | null,
    readonly name: string,
    element: XmlElement,
    private readonly messageLength: number,
  ) {
    this.reported = new Execution("passed", messageLength);
    this.reported.durationSeconds = parseSeconds(element.attributes.get("time"));
    for (const value of allOf(element, STATUSES)) this.reported.say(statusOfWord(value));
  }

  /** Takes an element that says what became of an execution; its text is for the one that is returned. */
  addResult(element: XmlElement, { status, execution }: ResultElement): Execution {
    const target = execution === "reported" ? this.reported : this.addRerun(element, execution);
    target.say(status);
    for (const value of allOf(element, MESSAGES)) target.summarise(value);
    return target;
  }

  /** A piece of the case's `system-err`. */
  readErrorOutput(piece: string): void {
    this.attempts.append(piece);
  }

  /** How many executions there are so far. */
  get size(): number {
    return this.before.length + this.after.length + this.attempts.failed + 1;
  }

  /** The executions in the order in which they ran. */
  finish(): JunitCase[] {
    for (let attempt = 1; attempt <= this.attempts.failed; attempt++) {
      const failed = new Execution("failed", this.messageLength);
      failed.summarise(`Attempt #${attempt} failed and was retried.`);
      this.before.push(failed);
    }
    return [...this.before, this.reported, ...this.after].map(({ status, durationSeconds, message }) => ({
      suite: this.suite,
      name: this.name,
      status,
      durationSeconds,
      message,
    }));
  }

  private addRerun(element: XmlElement, when: "before" | "after"): Execution {
    const rerun = new Execution("passed", this.messageLength);
    rerun.durationSeconds = parseSeconds(element.attributes.get("time"));
    this[when].push(rerun);
    return rerun;
  }
}

/** The values of the attributes of these names, those of repeated ones too. */
function allOf({ attributes, repeated }: XmlElement, names: readonly string[]): string[] {
  const values: string[] = [];
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined) values.push(value);
  }
  for (const [name, value] of repeated) {
    if (names.includes(name)) values.push(value);
  }
  return values;
}
