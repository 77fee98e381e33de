import { type CaseHistory, caseHistories, type ExecutedCase, type FinishedRun, totalSeconds } from "./finished-run";
import { type Attributes, attributesText, cdata, ESCAPES } from "./xml";

/** The browser project; Playwright puts it into `hostname`. */
const PROJECT = "chromium";

function element(name: string, attributes: Attributes, content: readonly string[] = []): string[] {
  return [`<${name}${attributesText(attributes, ESCAPES.playwright)}>`, ...content, `</${name}>`];
}

function failure(name: "failure" | "flakyFailure", execution: ExecutedCase): string[] {
  const text = execution.messages.join("\n");
  const message = text.split("\n")[0];
  const stack = cdata(`Error: ${text}`);
  if (name === "failure")
    return element(
      name,
      [
        ["message", message],
        ["type", "expect.toBe"],
      ],
      [stack],
    );
  const attributes = [
    ["message", message],
    ["type", "expect.toBe"],
    ["time", execution.seconds],
  ] as const;
  return element(name, attributes, element("stackTrace", [], [stack]));
}

function caseLines({ last, earlier }: CaseHistory): string[] {
  const names = [
    ["name", last.name],
    ["classname", last.group],
  ] as const;
  if (last.status === "skipped") {
    const property = element("property", [
      ["name", "skip"],
      ["value", ""],
    ]);
    return element("testcase", names, [...element("properties", [], property), ...element("skipped", [])]);
  }
  const results = earlier.flatMap((execution) => failure("flakyFailure", execution));
  if (last.status === "failed") results.push(...failure("failure", last));
  return element("testcase", [...names, ["time", last.seconds]], results);
}

function suiteLines(run: FinishedRun, file: string): string[] {
  const cases = run.cases.filter((one) => one.group === file);
  const histories = caseHistories(cases);
  const count = (status: string) => histories.filter(({ last }) => last.status === status).length;
  const attributes = [
    ["name", file],
    ["timestamp", run.startedAt.toISOString()],
    ["hostname", PROJECT],
    ["tests", histories.length],
    ["failures", count("failed")],
    ["skipped", count("skipped")],
    ["time", Number(totalSeconds(cases).toFixed(3))],
    ["errors", 0],
  ] as const;
  return element("testsuite", attributes, histories.flatMap(caseLines));
}

/** Playwright's junit reporter with includeRetries: a line for each tag, a suite for each file. Source: playwright 1.65.1. */
export function playwrightJunit(run: FinishedRun): string {
  const histories = caseHistories(run.cases);
  const count = (status: string) => histories.filter(({ last }) => last.status === status).length;
  const files = [...new Set(run.cases.map((one) => one.group))];
  const attributes = [
    ["id", ""],
    ["name", ""],
    ["tests", histories.length],
    ["failures", count("failed")],
    ["skipped", count("skipped")],
    ["errors", 0],
    ["time", Number(totalSeconds(run.cases).toFixed(3))],
  ] as const;
  return element(
    "testsuites",
    attributes,
    files.flatMap((file) => suiteLines(run, file)),
  ).join("\n");
}
