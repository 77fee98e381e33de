import { createHash } from "node:crypto";
import type { ProfileRecord } from "@/lib/db/node-reports";
import { canonicalProfile, profileOf } from "@/lib/domain/nodes/node-profile";
import type { ErrorItem } from "@/lib/domain/uploads/upload";
import { FormatError } from "@/lib/formats/format-error";
import { parseJsonDocument, parseJsonText } from "@/lib/formats/json/parse-json";
import { MAX_DOCUMENT_BYTES, MAX_LINE_BYTES, MAX_NDJSON_LINES } from "@/lib/formats/limits";
import { readLines } from "@/lib/formats/ndjson/read-lines";
import { parseNodeReport, reportDigestInput } from "@/lib/formats/node-report/parse-node-report";

/** A good report and what is derived from it. */
export interface ReadReport {
  line: number;
  /** Null where the artifact is one document. */
  lineInArtifact: number | null;
  cluster: string;
  node: string;
  collectedAt: Date;
  digest: string;
  profile: ProfileRecord;
}

/** A sender's clock may run ahead by so much before its time is not believed. */
const CLOCK_SKEW_MS = 5 * 60 * 1000;

/** Reads a document of one report or a line each. A bad line is an item of `rejected`, not an error. */
export async function readNodeReports(
  bytes: AsyncIterable<Uint8Array>,
  options: { isBatch: boolean; now: Date },
): Promise<{ reports: ReadReport[]; rejected: ErrorItem[] }> {
  const reports: ReadReport[] = [];
  const rejected: ErrorItem[] = [];
  const take = (value: unknown, line: number) => {
    const read = readReport(value, line, options);
    if ("report" in read) reports.push(read.report);
    else rejected.push(read.refused);
  };
  if (!options.isBatch) {
    take(await parseJsonDocument(bytes, { maxBytes: MAX_DOCUMENT_BYTES }), 1);
    return { reports, rejected };
  }
  for await (const read of readLines(bytes, { maxLineBytes: MAX_LINE_BYTES })) {
    if (read.line > MAX_NDJSON_LINES) {
      throw new FormatError({
        code: "TOO_LARGE",
        detail: `A batch holds at most ${MAX_NDJSON_LINES} lines.`,
        line: read.line,
      });
    }
    if ("tooLong" in read) {
      rejected.push({ line: read.line, detail: `The line is longer than ${MAX_LINE_BYTES} bytes.` });
      continue;
    }
    if ("notUtf8" in read) {
      rejected.push({ line: read.line, detail: "The line is not UTF-8." });
      continue;
    }
    const parsed = parseLine(read.text);
    if ("detail" in parsed) rejected.push({ line: read.line, detail: parsed.detail });
    else take(parsed.value, read.line);
  }
  return { reports, rejected };
}

function parseLine(text: string): { value: unknown } | { detail: string } {
  try {
    return { value: parseJsonText(text) };
  } catch (error) {
    if (error instanceof FormatError) return { detail: error.problem.detail };
    throw error;
  }
}

function readReport(
  value: unknown,
  line: number,
  { isBatch, now }: { isBatch: boolean; now: Date },
): { report: ReadReport } | { refused: ErrorItem } {
  const parsed = parseNodeReport(value);
  const position = isBatch ? { line } : {};
  if (!parsed.ok) {
    const { pointer, detail } = parsed;
    return { refused: { ...position, pointer, detail: pointer === "" ? detail : `${pointer}: ${detail}` } };
  }
  const { report } = parsed;
  const collectedAt = new Date(report.collectedAt);
  if (collectedAt.getTime() > now.getTime() + CLOCK_SKEW_MS) {
    return { refused: { ...position, pointer: "/collectedAt", detail: "/collectedAt: lies in the future" } };
  }
  const facts = profileOf(report);
  return {
    report: {
      line,
      lineInArtifact: isBatch ? line : null,
      cluster: report.cluster,
      node: report.node,
      collectedAt,
      digest: sha256(reportDigestInput(report)),
      profile: {
        digest: sha256(canonicalProfile(facts)),
        facts,
        kernelRelease: report.kernel.release,
        osImage: report.kernel.osImage ?? null,
        machine: report.kernel.machine,
      },
    },
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
