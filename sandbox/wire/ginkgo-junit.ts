import { type CaseHistory, caseHistories, type FinishedRun, totalSeconds } from "./finished-run";
import { GO_XML_HEADER, type GoElement, goXml, rfc3339 } from "./go-xml";

/** The timeline of a spec that passed at a later attempt, as Ginkgo's default reporter puts it into system-err. */
function timeline({ earlier }: CaseHistory, startedAt: Date): string {
  const time = startedAt.toISOString().slice(11, 23);
  return earlier
    .map(({ messages, seconds }, nth) =>
      [
        `[FAILED] ${messages.join("; ")}`,
        `In [It] at: /e2e/suite_test.go:212 @ ${time}`,
        `Attempt #${nth + 1} Failed.  Retrying ↺ @ ${time} (${seconds.toFixed(3)}s)`,
      ].join("\n"),
    )
    .join("\n\n");
}

function resultOf({ last }: CaseHistory): GoElement[] {
  const [message = "skipped"] = last.messages;
  if (last.status === "skipped") return [{ name: "skipped", attributes: [["message", message]] }];
  if (last.status === "passed") return [];
  const text = `[FAILED] ${message}\nIn [It] at: /e2e/suite_test.go:212\n`;
  return [
    {
      name: "failure",
      attributes: [
        ["message", message],
        ["type", "failed"],
      ],
      text,
    },
  ];
}

function specOf(run: FinishedRun, history: CaseHistory): GoElement {
  const { last, earlier } = history;
  const retried: GoElement[] =
    earlier.length === 0 ? [] : [{ name: "system-err", attributes: [], text: timeline(history, run.startedAt) }];
  return {
    name: "testcase",
    attributes: [
      ["name", last.name],
      ["classname", run.suite],
      ["status", last.status],
      ["time", last.seconds],
    ],
    children: [...resultOf(history), ...retried],
  };
}

function propertiesOf(run: FinishedRun, failures: number): GoElement {
  const values: Readonly<Record<string, string>> = {
    SuiteSucceeded: String(failures === 0),
    SuiteHasProgrammaticFocus: "false",
    SpecialSuiteFailureReason: "",
    SuiteLabels: "[]",
    RandomSeed: String(Math.floor(run.startedAt.getTime() / 1000)),
    RandomizeAllSpecs: "true",
    LabelFilter: "",
    FocusStrings: run.args.join(","),
    SkipStrings: "",
    FlakeAttempts: "2",
    DryRun: "false",
    ParallelTotal: "4",
  };
  const children = Object.entries(values).map(([name, value]) => ({
    name: "property",
    attributes: [
      ["name", name],
      ["value", value],
    ] as const,
  }));
  return { name: "properties", attributes: [], children };
}

/** `ginkgo --junit-report`, and e2e.test of Kubernetes. Source: reporters/junit_report.go @ onsi/ginkgo v2.27.2. */
export function ginkgoJunit(run: FinishedRun): string {
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
    children: [propertiesOf(run, failures), ...histories.map((history) => specOf(run, history))],
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
