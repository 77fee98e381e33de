/**
 * Ginkgo reports a spec once, however often it was attempted; that it failed before stands only in the timeline in its
 * `system-err` (reporters/default_reporter.go in onsi/ginkgo v2.34.0; early 2.x began the line with "Ginkgo: ").
 */
const FAILED_ATTEMPT = /^ *(?:Ginkgo: )?Attempt #\d+ Failed\. +Retrying/gm;

/** The line that counts begins so within this many characters, so of a longer one no more is held. */
const LINE_START = 80;

/** Far beyond any use of FlakeAttempts. */
const MAX_ATTEMPTS = 100;

/** Counts a spec's failed attempts in its timeline, which comes in pieces and may be long. */
export class GinkgoAttempts {
  private lastLine = "";
  private count = 0;

  append(piece: string): void {
    const text = this.lastLine + piece;
    const end = text.lastIndexOf("\n") + 1;
    this.add(text.slice(0, end));
    this.lastLine = text.slice(end, end + LINE_START);
  }

  /** Failed attempts before the one that the report shows. */
  get failed(): number {
    return Math.min(this.count, MAX_ATTEMPTS);
  }

  private add(lines: string): void {
    if (!lines.includes("Attempt #")) return;
    this.count += lines.match(FAILED_ATTEMPT)?.length ?? 0;
  }
}
