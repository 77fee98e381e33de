import { type CaseHistory, caseHistories, type FinishedRun, totalSeconds } from "./finished-run";
import { described, timelineOf } from "./ginkgo-timeline";
import { GO_XML_HEADER, type GoElement, goXml, rfc3339 } from "./go-xml";

/** e2e.test of Kubernetes leaves out messages and the timelines of what did not fail: internal/junit @ v1.34.1. */
type Style = "full" | "terse";

function resultOf({ last }: CaseHistory, startedAt: Date, style: Style): GoElement[] {
  const message = last.messages.join("\n");
  if (last.status === "passed") return [];
  if (last.status === "failed") {
    const attributes = [
      ["message", style === "terse" ? "" : message],
      ["type", "failed"],
    ] as const;
    return [{ name: "failure", attributes, text: described(last, startedAt) }];
  }
  const reason = style === "terse" ? "skipped" : `skipped - ${message}`;
  return [{ name: "skipped", attributes: [["message", reason]] }];
}

function specOf(run: FinishedRun, history: CaseHistory, style: Style): GoElement {
  const { last } = history;
  const hasTimeline = style === "full" || last.status === "failed";
  const timeline: GoElement = { name: "system-err", attributes: [], text: timelineOf(history, run.startedAt) };
  return {
    name: "testcase",
    attributes: [
      ["name", last.name],
      ["classname", run.suite],
      ["status", last.status],
      ["time", last.seconds],
    ],
    children: [...resultOf(history, run.startedAt, style), ...(hasTimeline ? [timeline] : [])],
  };
}

function propertiesOf(run: FinishedRun, failures: number): GoElement {
  const values: Readonly<Record<string, string>> = {
    SuiteSucceeded: String(failures === 0),
    SuiteHasProgrammaticFocus: "false",
    SpecialSuiteFailureReason: "",
    SuiteLabels: "[]",
    SuiteSemVerConstraints: "[]",
    RandomSeed: String(Math.floor(run.startedAt.getTime() / 1000)),
    RandomizeAllSpecs: "false",
    LabelFilter: "",
    SemVerFilter: "",
    FocusStrings: run.args.join(","),
    SkipStrings: "",
    FocusFiles: "",
    SkipFiles: "",
    FailOnPending: "false",
    FailOnEmpty: "false",
    FailFast: "false",
    FlakeAttempts: "0",
    DryRun: "false",
    ParallelTotal: "1",
    OutputInterceptorMode: "",
  };
  const property = ([name, value]: [string, string]): GoElement => ({
    name: "property",
    attributes: [
      ["name", name],
      ["value", value],
    ],
  });
  return { name: "properties", attributes: [], children: Object.entries(values).map(property) };
}

/** `ginkgo --junit-report` and, terse, e2e.test of Kubernetes. Source: reporters/junit_report.go @ onsi/ginkgo v2.27.2. */
export function ginkgoJunit(run: FinishedRun, style: Style): string {
  const histories = caseHistories(run.cases);
  const count = (status: string) => histories.filter(({ last }) => last.status === status).length;
  const [failures, skipped] = [count("failed"), count("skipped")];
  const time = Number(totalSeconds(run.cases).toFixed(6));
  const suite: GoElement = {
    name: "testsuite",
    attributes: [
      ["name", run.suite],
      ["package", "/e2e"],
      ["tests", histories.length],
      ["disabled", 0],
      ["skipped", skipped],
      ["errors", 0],
      ["failures", failures],
      ["time", time],
      ["timestamp", rfc3339(run.startedAt).replace("Z", "")],
    ],
    children: [propertiesOf(run, failures), ...histories.map((history) => specOf(run, history, style))],
  };
  const attributes = [
    ["tests", histories.length],
    ["disabled", skipped],
    ["errors", 0],
    ["failures", failures],
    ["time", time],
  ] as const;
  return GO_XML_HEADER + goXml({ name: "testsuites", attributes, children: [suite] }, "  ", "    ");
}
