import { numberWords } from "../readiness/words";
import type { Card } from "./card";
import { chanceWords, qSentence } from "./figure-words";
import type { Explain } from "./regression";

/** What a sentence is made of beside the card. */
export interface Told {
  title: string;
  /** How values of a signal are shown. */
  display?: { scale: number; unit: string } | undefined;
  /** What carries the difference, most telling first. */
  explains?: readonly Explain[] | undefined;
}

/**
 * How surprising the figures are, and what is left of that after so many comparisons. Never a probability that something
 * regressed: no test gives that.
 */
export function surprise({ p, q, pooled, compared }: Card): readonly string[] {
  if (p === null) return [];
  const told = [`If nothing had changed, a result at least this bad would appear ${chanceWords(p)}.`];
  if (q !== null && compared !== null && compared > 1) {
    told.push(`After correcting for ${numberWords(compared)} comparisons: ${qSentence(q)}.`);
  }
  if (pooled !== null && pooled.clusters > 1) {
    told.push(`All ${numberWords(pooled.clusters)} clusters together: ${qSentence(pooled.q)}.`);
  }
  return told;
}
