import { compareWorstFirst, VERDICTS, type Verdict } from "@/lib/domain/readiness/verdict";

/** How many have each verdict. */
export type VerdictCounts = Readonly<Record<Verdict, number>>;

export function countVerdicts(verdicts: Iterable<Verdict>): VerdictCounts {
  const counts = { ready: 0, review: 0, unproven: 0, blocked: 0 };
  for (const verdict of verdicts) counts[verdict] += 1;
  return counts;
}

const WORST_FIRST = [...VERDICTS].sort(compareWorstFirst);

/** "3 blocked, 2 unproven, 4 review, 15 ready": worst first, without what there is none of. */
export function verdictSentence(counts: VerdictCounts): string {
  const parts = WORST_FIRST.filter((verdict) => counts[verdict] > 0).map((verdict) => `${counts[verdict]} ${verdict}`);
  return parts.length === 0 ? "none" : parts.join(", ");
}

export interface Share {
  verdict: Verdict;
  count: number;
  /** Of the whole bar, 0..1. */
  share: number;
}

/** One blocked of five hundred must still be seen. */
const LEAST_SHARE = 0.04;

/** The parts of a share bar, worst first. Each that exists has at least 4 %, taken from the larger ones. */
export function prepareShares(counts: VerdictCounts): Share[] {
  const present = WORST_FIRST.filter((verdict) => counts[verdict] > 0);
  const total = present.reduce((sum, verdict) => sum + counts[verdict], 0);
  const small = present.filter((verdict) => counts[verdict] / total < LEAST_SHARE);
  const large = total - small.reduce((sum, verdict) => sum + counts[verdict], 0);
  const left = 1 - small.length * LEAST_SHARE;
  return present.map((verdict) => ({
    verdict,
    count: counts[verdict],
    share: small.includes(verdict) ? LEAST_SHARE : (counts[verdict] / large) * left,
  }));
}
