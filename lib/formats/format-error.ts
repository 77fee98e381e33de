export interface FormatProblem {
  /** INVALID: not the format it says it is. TOO_LARGE: beyond a limit on size or number. */
  code: "INVALID" | "TOO_LARGE";
  /** One sentence for the person who sent the document. */
  detail: string;
  /** Counted from 1. */
  line?: number;
  /** JSON pointer (RFC 6901) into the document. */
  pointer?: string;
}

/** The one error that formats throw: a document that cannot be taken, and where it goes wrong. */
export class FormatError extends Error {
  override readonly name = "FormatError";

  constructor(readonly problem: FormatProblem) {
    super(problem.line === undefined ? problem.detail : `Line ${problem.line}: ${problem.detail}`);
  }
}
