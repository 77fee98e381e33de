import { countOf, type ExecutedCase, type FinishedRun, totalSeconds } from "./finished-run";
import { GO_XML_HEADER, type GoElement, goXml, rfc3339, unlessZero } from "./go-xml";

const seconds = (value: number) => value.toFixed(3);

function caseOf({ group, name, status, seconds: took, messages }: ExecutedCase): GoElement {
  const attributes = [
    ["name", name],
    ["classname", group],
    ["time", seconds(took)],
  ] as const;
  if (status === "passed") return { name: "testcase", attributes };
  const [element, message] = status === "failed" ? ["failure", "Failed"] : ["skipped", "Skipped"];
  const output = messages.map((line) => `    ${line}`).join("\n");
  return {
    name: "testcase",
    attributes,
    children: [{ name: element, attributes: [["message", message]], cdata: output }],
  };
}

function suiteOf(run: FinishedRun, group: string, id: number): GoElement {
  const cases = run.cases.filter((one) => one.group === group);
  return {
    name: "testsuite",
    attributes: [
      ["name", group],
      ["tests", cases.length],
      ["failures", countOf(cases, "failed")],
      ["errors", 0],
      ["id", id],
      ["hostname", run.host],
      ["skipped", unlessZero(countOf(cases, "skipped"))],
      ["time", seconds(totalSeconds(cases))],
      ["timestamp", rfc3339(run.startedAt)],
    ],
    children: [
      {
        name: "properties",
        attributes: [],
        children: [
          {
            name: "property",
            attributes: [
              ["name", "go.version"],
              ["value", "go1.25.4"],
            ],
          },
        ],
      },
      ...cases.map(caseOf),
    ],
  };
}

/** `go test -v | go-junit-report`: a suite for each package. Source: junit/junit.go @ jstemmer/go-junit-report v2.1.0. */
export function goJunit(run: FinishedRun): string {
  const groups = [...new Set(run.cases.map((one) => one.group))];
  const attributes = [
    ["tests", unlessZero(run.cases.length)],
    ["failures", unlessZero(countOf(run.cases, "failed"))],
    ["skipped", unlessZero(countOf(run.cases, "skipped"))],
  ] as const;
  const children = groups.map((group, id) => suiteOf(run, group, id));
  return `${GO_XML_HEADER}${goXml({ name: "testsuites", attributes, children }, "", "\t")}\n`;
}
