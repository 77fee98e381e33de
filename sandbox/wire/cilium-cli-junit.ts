import { countOf, type ExecutedCase, type FinishedRun, totalSeconds } from "./finished-run";
import { GO_XML_HEADER, type GoElement, goXml, rfc3339, unlessZero } from "./go-xml";

const SUITE = "connectivity test";

function failureOf({ name, messages, actions }: ExecutedCase): GoElement {
  return {
    name: "failure",
    attributes: [
      ["message", `${name} failed`],
      ...messages.map((message) => ["failureMessage", message] as const),
      ["type", "failure"],
    ],
    text: actions.join("\n"),
  };
}

function caseOf(execution: ExecutedCase): GoElement {
  const { name, status, seconds } = execution;
  const attributes = [
    ["name", name],
    ["classname", SUITE],
    ["status", status],
    ["time", seconds],
  ] as const;
  if (status === "passed") return { name: "testcase", attributes };
  const skipped: GoElement = { name: "skipped", attributes: [["message", `${name} skipped`]] };
  return { name: "testcase", attributes, children: [status === "skipped" ? skipped : failureOf(execution)] };
}

function setUpFailure(reason: string): ExecutedCase {
  const name = `${SUITE} setup`;
  return { group: SUITE, name, status: "failed", seconds: 0, messages: [], actions: [reason] };
}

/**
 * The report of `cilium connectivity test --junit-file`. A test with two failed actions repeats the attribute
 * failureMessage, which is not well-formed XML: Go writes one attribute for each element of a slice. A run that failed
 * before its first test is one synthetic case without a timestamp (cilium/cilium#46990).
 * Source: cilium-cli/connectivity/internal/junit/junit.go and check/junit.go @ cilium-cli v0.19.7.
 */
export function ciliumCliJunit(run: FinishedRun): string {
  const cases = run.setUpFailure === null ? run.cases : [setUpFailure(run.setUpFailure)];
  const [failures, skipped] = [countOf(cases, "failed"), countOf(cases, "skipped")];
  const time = Number(totalSeconds(cases).toFixed(9));
  const suite: GoElement = {
    name: "testsuite",
    attributes: [
      ["name", SUITE],
      ["id", 0],
      ["package", "cilium"],
      ["tests", cases.length],
      ["errors", 0],
      ["failures", failures],
      ["skipped", unlessZero(skipped)],
      ["time", time],
      ["timestamp", run.setUpFailure === null ? rfc3339(run.startedAt) : ""],
    ],
    children: [
      {
        name: "properties",
        attributes: [],
        children: [
          {
            name: "property",
            attributes: [
              ["name", "Args"],
              ["value", run.args.join("|")],
            ],
          },
        ],
      },
      ...cases.map(caseOf),
    ],
  };
  const attributes = [
    ["tests", cases.length],
    ["disabled", skipped],
    ["errors", 0],
    ["failures", failures],
    ["time", time],
  ] as const;
  return GO_XML_HEADER + goXml({ name: "testsuites", attributes, children: [suite] }, "  ", "    ");
}
