import { z } from "zod";

/** What may be said of a cluster, or of one area of it, for a release; best first. */
export const VERDICTS = ["ready", "review", "unproven", "blocked"] as const;
export const VerdictSchema = z.enum(VERDICTS);
export type Verdict = z.infer<typeof VerdictSchema>;

const RANK: Record<Verdict, number> = { ready: 0, review: 1, unproven: 2, blocked: 3 };

/** Orders verdicts worst first, for sorting. */
export function compareWorstFirst(a: Verdict, b: Verdict): number {
  return RANK[b] - RANK[a];
}

/** A parent is as bad as its worst child, never an average. Of no children, `none` (default `unproven`). */
export function worstVerdict(verdicts: readonly Verdict[], none: Verdict = "unproven"): Verdict {
  const [first, ...rest] = verdicts;
  if (first === undefined) return none;
  return rest.reduce((worst, verdict) => (RANK[verdict] > RANK[worst] ? verdict : worst), first);
}
