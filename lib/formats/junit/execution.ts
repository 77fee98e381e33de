import type { CaseStatus } from "@/lib/domain/gates/gate-run";
import { shorten, stripUnstorable } from "../storable-text";
import { BoundedText } from "./bounded-text";
import { worseOf } from "./case-status";

/** How far into the body its summary may begin and still be seen as the same: Ginkgo puts "[FAILED] " before it. */
const REPEATED_WITHIN = 24;

/** One execution of a case while its elements are read. */
export class Execution {
  durationSeconds: number | null = null;
  private readonly summary: BoundedText;
  private readonly body: BoundedText;

  constructor(
    public status: CaseStatus,
    private readonly maxLength: number,
  ) {
    this.summary = new BoundedText(maxLength);
    this.body = new BoundedText(maxLength);
  }

  say(status: CaseStatus): void {
    this.status = worseOf(this.status, status);
  }

  /** What the attributes say, each on a line of its own. */
  summarise(text: string): void {
    if (text !== "") this.summary.append(`${text}\n`);
  }

  appendBody(piece: string): void {
    this.body.append(piece);
  }

  /** The summary, then the body, at most `maxLength` characters; null when there is neither. */
  get message(): string | null {
    const summary = this.summary.toString();
    const body = this.body.toString();
    const repeated = body.slice(0, summary.length + REPEATED_WITHIN).includes(summary);
    const text = repeated ? body : [summary, body].filter(Boolean).join("\n");
    return text === "" ? null : shorten(stripUnstorable(text.replaceAll("\r\n", "\n")), this.maxLength);
  }
}
