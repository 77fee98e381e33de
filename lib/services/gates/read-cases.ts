import type { z } from "zod";
import { type GateCaseFact, GateRunDocument } from "@/lib/domain/gates/gate-run";
import { FormatError } from "@/lib/formats/format-error";
import { parseJsonDocument } from "@/lib/formats/json/parse-json";
import { parseJunit } from "@/lib/formats/junit/parse-junit";
import { MAX_DOCUMENT_BYTES, MAX_MESSAGE_LENGTH } from "@/lib/formats/limits";
import { shorten, stripUnstorable } from "@/lib/formats/storable-text";

export type CaseSource = "junit" | "json";

/** What a document says of the run beside its cases. */
export interface CasesSummary {
  wellFormed: boolean;
  defects: readonly { line: number; detail: string }[];
  setupFailure: boolean;
  /** Cases that were executed and are no set-up steps. */
  executed: number;
  startedAt: string | null;
  tool: string | null;
}

export interface CasesRead {
  /** To be read to its end before the summary is asked for. */
  batches: AsyncIterable<readonly GateCaseFact[]>;
  summary(): CasesSummary;
}

/** Reads the cases of a gate run from either format, a batch at a time. */
export function readCases(source: CaseSource, bytes: AsyncIterable<Uint8Array>): CasesRead {
  let summary: CasesSummary | null = null;
  async function* batches() {
    if (source === "json") {
      const cases = await readJsonCases(bytes);
      const executed = cases.filter((fact) => fact.status !== "skipped").length;
      summary = { wellFormed: true, defects: [], setupFailure: false, executed, startedAt: null, tool: null };
      yield cases;
      return;
    }
    const parsed = parseJunit(bytes);
    for (;;) {
      const step = await parsed.next();
      if (step.done) {
        summary = step.value;
        return;
      }
      yield step.value;
    }
  }
  return {
    batches: batches(),
    summary: () => {
      if (summary === null) throw new Error("the cases were not read to their end");
      return summary;
    },
  };
}

async function readJsonCases(bytes: AsyncIterable<Uint8Array>): Promise<GateCaseFact[]> {
  const value = await parseJsonDocument(bytes, { maxBytes: MAX_DOCUMENT_BYTES });
  const parsed = GateRunDocument.safeParse(value);
  if (!parsed.success) throw new FormatError(firstIssue(parsed.error));
  return parsed.data.cases.map((fact) => ({
    suite: fact.suite ? stripUnstorable(fact.suite) : null,
    name: stripUnstorable(fact.name),
    status: fact.status,
    durationSeconds: fact.durationSeconds ?? null,
    message: fact.message ? shorten(stripUnstorable(fact.message), MAX_MESSAGE_LENGTH) : null,
  }));
}

function firstIssue(error: z.ZodError): { code: "INVALID"; detail: string; pointer: string } {
  const [issue] = error.issues;
  const pointer = `/${(issue?.path ?? []).join("/")}`;
  return { code: "INVALID", detail: `${pointer}: ${issue?.message ?? "is not valid"}`, pointer };
}
