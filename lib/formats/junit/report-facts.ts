import type { JunitCase } from "./junit-case";
import { parseInstant } from "./report-times";
import type { ReportHabits } from "./report-tool";
import { type SetUpTally, tally } from "./set-up";

/** Properties looked at; Ginkgo's are among the first. */
const MAX_PROPERTIES = 100;

const NONE: ReadonlyMap<string, string> = new Map();

/** What is learnt of a report on the way through it. */
export class ReportFacts {
  cases = 0;
  suites = 0;
  startedAt: string | null = null;
  setUp: SetUpTally = { failed: 0, executed: 0 };

  private readonly properties = new Set<string>();
  private seen = { root: NONE, suite: NONE, case: NONE };

  get habits(): ReportHabits {
    return { ...this.seen, properties: this.properties };
  }

  root(attributes: ReadonlyMap<string, string>): void {
    this.seen.root = attributes;
  }

  suite(attributes: ReadonlyMap<string, string>): void {
    if (this.suites === 0) this.seen.suite = attributes;
    this.suites++;
    this.startedAt ??= parseInstant(attributes.get("timestamp"));
  }

  property(name: string): void {
    if (this.properties.size < MAX_PROPERTIES) this.properties.add(name);
  }

  firstCase(attributes: ReadonlyMap<string, string>): void {
    if (this.seen.case === NONE) this.seen.case = attributes;
  }

  execution(execution: JunitCase): void {
    this.cases++;
    this.setUp = tally(this.setUp, execution);
  }
}
