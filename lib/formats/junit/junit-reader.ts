import { FormatError } from "../format-error";
import type { JunitLimits } from "../limits";
import { caseName, enterSuite, type SuiteFrame, suiteOfCase } from "./case-identity";
import { RESULT_ELEMENTS } from "./case-status";
import type { JunitCase } from "./junit-case";
import { OpenCase } from "./open-case";
import { ReportFacts } from "./report-facts";
import { isPlaywright } from "./report-tool";
import type { XmlElement, XmlHandler } from "./xml-reader";

type Sink = (piece: string) => void;

const ROOTS: ReadonlySet<string> = new Set(["testsuites", "testsuite"]);
const OUTPUTS: ReadonlySet<string> = new Set(["system-out", "system-err"]);

/** Turns the elements of a JUnit document into cases, which wait here until they are taken. */
export class JunitReader implements XmlHandler {
  readonly facts = new ReportFacts();
  /** Cases that nobody has taken yet. */
  readonly waiting: JunitCase[] = [];
  /** Characters of their messages. */
  waitingLength = 0;

  private readonly suites: SuiteFrame[] = [];
  private case: OpenCase | null = null;
  /** Where text goes, for each open element that decides that. */
  private readonly sinks: { depth: number; take: Sink }[] = [];

  constructor(private readonly limits: JunitLimits) {}

  open(element: XmlElement): void {
    const { name, depth } = element;
    if (depth === 1) this.openRoot(element);
    if (name === "testsuite") this.openSuite(element);
    else if (name === "testcase") this.openCase(element);
    else if (name === "property") this.facts.property(element.attributes.get("name") ?? "");
    else if (this.case !== null) this.openInCase(this.case, element);
  }

  text(piece: string): void {
    this.sinks.at(-1)?.take(piece);
  }

  close(name: string, depth: number): void {
    if (this.sinks.at(-1)?.depth === depth) this.sinks.pop();
    if (name === "testcase") this.closeCase();
    else if (name === "testsuite") this.suites.pop();
  }

  /** The first `count` of the waiting cases, or all of them. */
  take(count: number): JunitCase[] {
    const taken = this.waiting.splice(0, count);
    if (this.waiting.length === 0) this.waitingLength = 0;
    return taken;
  }

  private openRoot({ name, attributes, line }: XmlElement): void {
    if (!ROOTS.has(name)) refuse(`The root element is <${name}>, not <testsuites> or <testsuite>.`, line);
    this.facts.root(name === "testsuites" ? attributes : new Map());
  }

  private openSuite({ attributes, line }: XmlElement): void {
    if (this.case !== null) refuse("A <testsuite> inside a <testcase>.", line);
    this.facts.suite(attributes);
    const project = isPlaywright(this.facts.habits.root, attributes) ? (attributes.get("hostname") ?? "") : "";
    this.suites.push(enterSuite(this.suites.at(-1), attributes.get("name") ?? "", project));
  }

  private openCase(element: XmlElement): void {
    const { attributes, line } = element;
    if (this.case !== null) refuse("A <testcase> inside a <testcase>.", line);
    const name = attributes.get("name") ?? "";
    if (name.trim() === "") refuse("A <testcase> without a name.", line);
    this.facts.firstCase(attributes);
    const suite = suiteOfCase(this.suites.at(-1), attributes.get("classname") ?? "");
    this.case = new OpenCase(suite, caseName(name), element, this.limits.messageLength);
  }

  private openInCase(open: OpenCase, element: XmlElement): void {
    const result = RESULT_ELEMENTS.get(element.name);
    if (result !== undefined) {
      const execution = open.addResult(element, result);
      this.sinks.push({ depth: element.depth, take: (piece) => execution.appendBody(piece) });
      this.checkCount(open, element.line);
    } else if (OUTPUTS.has(element.name)) {
      this.sinks.push({ depth: element.depth, take: this.outputSink(open, element.name) });
    }
  }

  /** Output is not kept (the raw document has it); Ginkgo's own timeline of a spec is looked through. */
  private outputSink(open: OpenCase, name: string): Sink {
    const timeline = name === "system-err" && open.name.startsWith("[It]");
    return timeline ? (piece) => open.readErrorOutput(piece) : () => undefined;
  }

  private closeCase(): void {
    if (this.case === null) return;
    this.checkCount(this.case);
    for (const execution of this.case.finish()) {
      this.facts.execution(execution);
      this.waitingLength += execution.message?.length ?? 0;
      this.waiting.push(execution);
    }
    this.case = null;
  }

  private checkCount(open: OpenCase, line?: number): void {
    if (this.facts.cases + open.size <= this.limits.cases) return;
    const detail = `More than ${this.limits.cases} cases.`;
    throw new FormatError({ code: "TOO_LARGE", detail, ...(line === undefined ? {} : { line }) });
  }
}

function refuse(detail: string, line: number): never {
  throw new FormatError({ code: "INVALID", detail, line });
}
