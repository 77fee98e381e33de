import { compareText } from "../readiness/reason-order";
import { shareWords } from "./figure-words";
import type { Explain, RegressionKind } from "./regression";

/** What two regressions are compared by. */
export interface Comparable {
  id: string;
  number: number;
  kind: RegressionKind;
  subject: string;
  /** The rounds in which its runs failed: the runs' address, else cluster and hour. Runs of other gates share them. */
  rounds: readonly string[];
  explains: readonly Explain[];
}

export interface Similar<T> {
  other: T;
  /** 0 to 1. */
  score: number;
  /** `67 % same runs, same reason`. */
  why: string;
}

/** Failing together says most; the same check on another cluster less; the same label something. */
const WEIGHTS = { rounds: 0.5, subject: 0.3, explains: 0.2 } as const;
const LEAST_SCORE = 0.15;

/** Of the smaller set, so that an old regression with many runs does not hide a young one inside it. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const [small, large] = [new Set(a), new Set(b)].sort((one, other) => one.size - other.size);
  if (small === undefined || large === undefined || small.size === 0) return 0;
  return [...small].filter((item) => large.has(item)).length / small.size;
}

const valuesOf = (explains: readonly Explain[]) => explains.map(({ label, value }) => `${label} ${value}`);

/** The regressions most like this one, best first, at most `shown`; those with nothing in common are left out. */
export function similarTo<T extends Comparable>(
  one: Comparable,
  others: readonly T[],
  shown = 5,
): readonly Similar<T>[] {
  return others
    .filter(({ id }) => id !== one.id)
    .map((other): Similar<T> => {
      const runs = overlap(one.rounds, other.rounds);
      const isSame = one.kind === other.kind && one.subject === other.subject;
      const shared = overlap(valuesOf(one.explains), valuesOf(other.explains));
      const why = [
        ...(runs > 0 ? [`${shareWords(runs)} same runs`] : []),
        ...(isSame ? [`same ${one.kind}`] : []),
        ...(shared > 0 ? ["same reason"] : []),
      ];
      const score = WEIGHTS.rounds * runs + WEIGHTS.subject * Number(isSame) + WEIGHTS.explains * shared;
      return { other, score: Number(score.toFixed(3)), why: why.join(", ") };
    })
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score || compareText(a.other.id, b.other.id))
    .slice(0, shown);
}
