import type { core } from "zod";
import { canonicalJson } from "@/lib/domain/audit/canonical-json";
import { NodeReportInput } from "@/lib/domain/nodes/node-report";
import { measureJson } from "./measure-json";

/** bpftool nests three deep and has about 7,000 values, a whole kernel configuration 12,000. */
const MAX_DEPTH = 16;
const MAX_VALUES = 60_000;

/** A report, or why it is none: `pointer` is the JSON pointer (RFC 6901) to what is wrong. */
export type ParsedNodeReport = { ok: true; report: NodeReportInput } | { ok: false; detail: string; pointer: string };

/** Reads one report from a value that JSON gave. Never throws. */
export function parseNodeReport(value: unknown): ParsedNodeReport {
  const tooMuch = measureJson(value, { maxDepth: MAX_DEPTH, maxValues: MAX_VALUES });
  if (tooMuch !== null) return { ok: false, detail: tooMuch, pointer: "" };
  const parsed = NodeReportInput.safeParse(value);
  if (parsed.success) return { ok: true, report: parsed.data };
  const issue = parsed.error.issues[0];
  return { ok: false, detail: issue ? detailOf(issue) : "not a node report", pointer: pointerOf(issue?.path ?? []) };
}

/**
 * What makes two reports the same one: the whole content, whatever the order of its keys. Text to be hashed, so
 * that a report that is sent again is known.
 */
export function reportDigestInput(report: NodeReportInput): string {
  return canonicalJson(report);
}

function detailOf(issue: core.$ZodIssue): string {
  return issue.message.endsWith("received undefined") ? "is missing" : issue.message.replace(/^Invalid input: /, "");
}

function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
}
