import { countOf, type ExecutedCase, type FinishedRun, totalSeconds } from "./finished-run";
import { type Attributes, attributesText, ESCAPES, escapeText } from "./xml";

const start = (name: string, attributes: Attributes) =>
  `<${name}${attributesText(attributes, ESCAPES.pythonAttribute)}`;

/** Where pytest says that a test was skipped: the file of its class. */
function fileOf(group: string): string {
  const modules = group.split(".").filter((part) => !/^[A-Z]/.test(part));
  return `/checks/${modules.join("/")}.py`;
}

/** Failures as `pytest.fail(…, pytrace=False)` reports them. */
function caseText({ group, name, status, seconds, messages }: ExecutedCase): string {
  const open = start("testcase", [
    ["classname", group],
    ["name", name],
    ["time", seconds.toFixed(3)],
  ]);
  if (status === "passed") return `${open} />`;
  const message = messages.join("\n");
  if (status === "failed") {
    const text = escapeText(message, ESCAPES.pythonText);
    return `${open}>${start("failure", [["message", `Failed: ${message}`]])}>${text}</failure></testcase>`;
  }
  const attributes = [
    ["type", "pytest.skip"],
    ["message", message],
  ] as const;
  const text = escapeText(`${fileOf(group)}:12: ${message}`, ESCAPES.pythonText);
  return `${open}>${start("skipped", attributes)}>${text}</skipped></testcase>`;
}

/**
 * `pytest --junit-xml`, one line without indentation; a test that was run again by pytest-rerunfailures is listed again.
 * Source: src/_pytest/junitxml.py @ pytest-dev/pytest 9.2.0.
 */
export function pytestJunit(run: FinishedRun): string {
  const suite = start("testsuite", [
    ["name", "pytest"],
    ["errors", 0],
    ["failures", countOf(run.cases, "failed")],
    ["skipped", countOf(run.cases, "skipped")],
    ["tests", run.cases.length],
    ["time", totalSeconds(run.cases).toFixed(3)],
    ["timestamp", run.startedAt.toISOString().replace("Z", "000+00:00")],
    ["hostname", run.host],
  ]);
  const cases = run.cases.map(caseText).join("");
  const root = start("testsuites", [["name", "pytest tests"]]);
  return `<?xml version="1.0" encoding="utf-8"?>${root}>${suite}>${cases}</testsuite></testsuites>`;
}
