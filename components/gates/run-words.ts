import type { CaseCounts, GateCaseDto, GateRunDto } from "@/lib/domain/gates/gate-run";
import { countWords, listWords, numberWords } from "@/lib/domain/readiness/words";

export function executedCases({ passed, failed, error, flaky }: CaseCounts): number {
  return passed + failed + error + flaky;
}

export function allCases(counts: CaseCounts): number {
  return executedCases(counts) + counts.skipped;
}

/** What a run came to, to be read aloud. `title` is that of its gate. */
export function runSentence(run: GateRunDto, title: string): string {
  const { outcome, counts, cluster } = run;
  const executed = countWords(executedCases(counts), "case");
  if (outcome === "error") return `${title} failed in set-up on ${cluster}: nothing was tested`;
  if (outcome === "inconclusive") return `${title} proves nothing on ${cluster}: no case was executed`;
  if (outcome === "failed") {
    return `${title} failed on ${cluster}: ${numberWords(counts.failed + counts.error)} of ${executed} did not pass`;
  }
  const flaky = counts.flaky === 0 ? "" : `, ${numberWords(counts.flaky)} of them only after failing`;
  return `${title} passed on ${cluster}: ${executed}${flaky}`;
}

/** What a file was forgiven: `Accepted although not well-formed: line 12, attribute repeated`. */
export function defectWords({ line, detail }: GateRunDto["defects"][number]): string {
  return `line ${numberWords(line)}: ${detail}`;
}

const WORD = { passed: "passed", failed: "failed", error: "error", skipped: "skipped" } as const;

/** `failed, then passed`: every execution of a case that was executed more than once; null when it was once. */
export function attemptWords({ earlier = [], status }: Pick<GateCaseDto, "earlier" | "status">): string | null {
  if (earlier.length === 0) return null;
  const told = [...earlier.map((one) => WORD[one.status]), WORD[status]];
  const same = new Set(told).size === 1;
  if (same) return `${status} ${numberWords(told.length)} times`;
  return told.length > 4 ? `${listWords(told.slice(0, 2), 2, told.length - 1)}, then ${status}` : told.join(", then ");
}
