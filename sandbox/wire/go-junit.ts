import { countOf, type ExecutedCase, type FinishedRun, totalSeconds } from "./finished-run";
import { GO_XML_HEADER, type GoElement, goXml, rfc3339, unlessZero } from "./go-xml";

const seconds = (value: number) => value.toFixed(3);

/** `TestA/b/c` → `TestA`, `TestA/b` */
function parentsOf(name: string): string[] {
  const parts = name.split("/");
  return parts.slice(1).map((_, depth) => parts.slice(0, depth + 1).join("/"));
}

/** A parent takes as long as its subtests and fails with any of them. */
function parent(name: string, group: string, all: readonly ExecutedCase[]): ExecutedCase {
  const children = all.filter((one) => one.group === group && one.name.startsWith(`${name}/`));
  const status = countOf(children, "failed") > 0 ? "failed" : "passed";
  return { group, name, status, seconds: totalSeconds(children), messages: [], actions: [] };
}

/** `go test -v` reports a test before its subtests, also where only those check something. */
function withParents(cases: readonly ExecutedCase[]): ExecutedCase[] {
  const listed = new Set<string>();
  return cases.flatMap((one) => {
    const missing = parentsOf(one.name).filter((name) => !listed.has(name));
    for (const name of [...missing, one.name]) listed.add(name);
    return [...missing.map((name) => parent(name, one.group, cases)), one];
  });
}

function caseOf({ group, name, status, seconds: took, messages }: ExecutedCase): GoElement {
  const attributes = [
    ["name", name],
    ["classname", group],
    ["time", seconds(took)],
  ] as const;
  if (status === "passed") return { name: "testcase", attributes };
  const [element, message] = status === "failed" ? ["failure", "Failed"] : ["skipped", "Skipped"];
  const result: GoElement = { name: element, attributes: [["message", message]] };
  const output = messages.map((line) => `    ${line}`).join("\n");
  return { name: "testcase", attributes, children: [output === "" ? result : { ...result, cdata: output }] };
}

function suiteOf(run: FinishedRun, group: string, id: number): GoElement {
  const own = run.cases.filter((one) => one.group === group);
  const cases = withParents(own);
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
      ["time", seconds(totalSeconds(own))],
      ["timestamp", rfc3339(run.startedAt)],
    ],
    children: cases.map(caseOf),
  };
}

/** `go test -v | go-junit-report`: a suite for each package. Source: junit/junit.go @ jstemmer/go-junit-report v2.1.0. */
export function goJunit(run: FinishedRun): string {
  const groups = [...new Set(run.cases.map((one) => one.group))];
  const cases = withParents(run.cases);
  const attributes = [
    ["tests", unlessZero(cases.length)],
    ["failures", unlessZero(countOf(cases, "failed"))],
    ["skipped", unlessZero(countOf(cases, "skipped"))],
  ] as const;
  const children = groups.map((group, id) => suiteOf(run, group, id));
  return `${GO_XML_HEADER}${goXml({ name: "testsuites", attributes, children }, "", "\t")}\n`;
}
