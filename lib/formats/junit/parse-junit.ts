import { decodeUtf8 } from "../decode-utf8";
import { JUNIT_LIMITS, type JunitLimits } from "../limits";
import type { JunitCase, JunitSummary } from "./junit-case";
import { JunitReader } from "./junit-reader";
import { toolOf } from "./report-tool";
import { isSetupFailure } from "./set-up";
import { XmlReader } from "./xml-reader";

/**
 * Reads a JUnit report as it arrives: batches of executions in document order, then the summary. Memory does not grow
 * with the document. The number of bytes is the caller's to limit (limit-bytes.ts).
 * @throws FormatError INVALID when it is not JUnit or not XML (a repeated attribute alone is put up with, see
 * xml-reader.ts), TOO_LARGE beyond `limits.cases`. Batches handed over before are then to be thrown away.
 */
export async function* parseJunit(
  bytes: AsyncIterable<Uint8Array>,
  limits: JunitLimits = JUNIT_LIMITS,
): AsyncGenerator<JunitCase[], JunitSummary> {
  const report = new JunitReader(limits);
  const xml = new XmlReader(report, limits.depth);
  for await (const text of decodeUtf8(bytes)) {
    xml.write(text);
    while (report.waiting.length >= limits.batchCases) yield report.take(limits.batchCases);
    if (report.waitingLength >= limits.batchLength) yield report.take(limits.batchCases);
  }
  xml.end();
  if (report.waiting.length > 0) yield report.take(limits.batchCases);
  return summarise(report, xml);
}

function summarise({ facts }: JunitReader, { defects }: XmlReader): JunitSummary {
  return {
    wellFormed: defects.count === 0,
    defects: defects.listed,
    defectCount: defects.count,
    cases: facts.cases,
    executed: facts.setUp.executed,
    suites: facts.suites,
    startedAt: facts.startedAt,
    setupFailure: isSetupFailure(facts.setUp),
    tool: toolOf(facts.habits),
  };
}
