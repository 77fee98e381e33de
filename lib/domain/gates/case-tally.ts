import type { CaseCounts, GateCaseFact } from "./gate-run";

/**
 * Counts cases as they stream by, and tells whether one may have been executed more than once in the run.
 * Holds eight bytes or so for each case, not its name: a collision of two names only costs a second look.
 */
export class CaseTally {
  readonly counts: CaseCounts = { passed: 0, failed: 0, error: 0, skipped: 0, flaky: 0 };
  mayRepeat = false;
  private seconds: number | null = null;
  private readonly seen = new Set<number>();

  add(fact: GateCaseFact): void {
    this.counts[fact.status] += 1;
    if (fact.durationSeconds !== null) this.seconds = (this.seconds ?? 0) + fact.durationSeconds;
    if (this.mayRepeat) return;
    this.seen.add(hash53(fact.suite ?? "", fact.name));
    const total = this.counts.passed + this.counts.failed + this.counts.error + this.counts.skipped;
    this.mayRepeat = this.seen.size < total;
  }

  /** The time all executions took together; null when none says. */
  get durationSeconds(): number | null {
    return this.seconds;
  }
}

/** Two 32-bit FNV-1a hashes (http://www.isthe.com/chongo/tech/comp/fnv/) with different offsets, 53 bits of them. */
function hash53(suite: string, name: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193 ^ suite.length;
  for (const text of [suite, name]) {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      low = Math.imul(low ^ unit, 0x01000193);
      high = Math.imul(high ^ unit, 0x01000193) ^ (high >>> 15);
    }
    low = Math.imul(low ^ 0xffff, 0x01000193);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
