import type { CaseCounts } from "@/lib/domain/gates/gate-run";
import { numberWords } from "@/lib/domain/readiness/words";

/** `3 failed, 1 flaky, 212 passed`: what is not well first, without what there is none of. */
export function caseWords({ passed, failed, error, skipped, flaky }: CaseCounts): string {
  const parts = [
    { count: failed, word: "failed" },
    { count: error, word: "error" },
    { count: flaky, word: "flaky" },
    { count: passed, word: "passed" },
    { count: skipped, word: "skipped" },
  ].filter(({ count }) => count > 0);
  return parts.length === 0 ? "no case" : parts.map(({ count, word }) => `${numberWords(count)} ${word}`).join(", ");
}
