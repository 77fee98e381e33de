import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CASE_STATUSES, type CaseStatus } from "@/lib/domain/gates/gate-run";
import { byteStream, chunkSizes } from "@/lib/testing/byte-stream";
import type { JunitCase, JunitSummary } from "./junit-case";
import { parseJunit } from "./parse-junit";

const ELEMENT: Readonly<Record<CaseStatus, string>> = {
  passed: "system-out",
  failed: "failure",
  error: "error",
  skipped: "skipped",
};

const text = fc
  .string({ unit: fc.constantFrom(..."aZ0 <>&\"'\\]é€\u{1f41d}\n"), maxLength: 12 })
  .map((value) => value.trim());
const caseOf = fc.record({
  name: text.map((value) => `case ${value}`.trim()),
  classname: text,
  status: fc.constantFrom(...CASE_STATUSES),
  seconds: fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })),
  message: text,
  retries: fc.array(fc.constantFrom("flakyFailure", "flakyError"), { maxLength: 2 }),
});
type Written = typeof caseOf extends fc.Arbitrary<infer Case> ? Case : never;

const escapeXml = (value: string) => value.replace(/[<&"']/g, (character) => `&#${character.charCodeAt(0)};`);

function write(cases: readonly Written[], suite: string): string {
  const written = cases.map(({ name, classname, status, seconds, message, retries }) => {
    const time = seconds === null ? "" : ` time="${seconds}"`;
    const before = retries.map((element) => `<${element} message="again"/>`).join("");
    const result = `<${ELEMENT[status]}>${escapeXml(message)}</${ELEMENT[status]}>`;
    return `<testcase name="${escapeXml(name)}" classname='${escapeXml(classname)}'${time}>${before}${result}</testcase>`;
  });
  return `<testsuites>\n<testsuite name="${escapeXml(suite)}">${written.join("\n")}</testsuite></testsuites>`;
}

async function read(xml: string, sizes: readonly number[]): Promise<{ cases: JunitCase[]; summary: JunitSummary }> {
  const parsed = parseJunit(byteStream(xml, ...sizes));
  const cases: JunitCase[] = [];
  for (;;) {
    const step = await parsed.next();
    if (step.done) return { cases, summary: step.value };
    cases.push(...step.value);
  }
}

describe("parseJunit", () => {
  it("yields every execution that was written, as it was written, wherever the chunks end", () =>
    fc.assert(
      fc.asyncProperty(fc.array(caseOf, { maxLength: 8 }), text, chunkSizes, async (written, suite, sizes) => {
        const { cases, summary } = await read(write(written, suite), sizes);
        const expected = written.flatMap(({ name, status, seconds, message, retries }) => [
          ...retries.map((element) => [name, element === "flakyError" ? "error" : "failed", null, "again"]),
          [name, status, seconds, status === "passed" || message === "" ? null : message],
        ]);
        expect(cases.map((read) => [read.name, read.status, read.durationSeconds, read.message])).toEqual(expected);
        expect(summary).toMatchObject({
          cases: expected.length,
          executed: expected.filter(([, status]) => status !== "skipped").length,
          suites: 1,
          wellFormed: true,
        });
      }),
    ));

  it("counts as many of each status as there are cases", () =>
    fc.assert(
      fc.asyncProperty(fc.array(caseOf), chunkSizes, async (written, sizes) => {
        const { cases, summary } = await read(write(written, "s"), sizes);
        const counts = CASE_STATUSES.map((status) => cases.filter((one) => one.status === status).length);
        expect(counts.reduce((sum, count) => sum + count)).toBe(summary.cases);
      }),
    ));

  it("gives a case the same identity whatever else is in its run", () =>
    fc.assert(
      fc.asyncProperty(caseOf, fc.array(caseOf), fc.array(caseOf), async (one, others, more) => {
        const alone = await read(write([{ ...one, retries: [] }], "s"), [1000]);
        const among = await read(write([...others, { ...one, retries: [] }, ...more], "s"), [1000]);
        expect(among.cases).toContainEqual(alone.cases[0]);
      }),
    ));
});
