import { requireProbability } from "./require";

/** Adjusts p-values from the largest (rank n) down or from the smallest (rank 1) up, keeping them in order. */
function adjust(
  p: readonly number[],
  direction: "step-up" | "step-down",
  factor: (rank: number) => number,
): readonly number[] {
  for (const value of p) requireProbability(value, "a p-value");
  const order = p.map((_, index) => index).sort((i, j) => (p[i] ?? 0) - (p[j] ?? 0));
  const adjusted = new Array<number>(p.length).fill(1);
  let bound = direction === "step-up" ? 1 : 0;
  for (let step = 0; step < order.length; step += 1) {
    const rank = direction === "step-up" ? order.length - step : step + 1;
    const index = order[rank - 1] ?? 0;
    const value = Math.min(1, factor(rank) * (p[index] ?? 1));
    bound = direction === "step-up" ? Math.min(bound, value) : Math.max(bound, value);
    adjusted[index] = bound;
  }
  return adjusted;
}

/** q-values in the order given: the false discovery rate of Benjamini and Hochberg 1995. No p-values, no q-values. */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  return adjust(p, "step-up", (rank) => p.length / rank);
}

/** q-values that hold under any dependence: Benjamini and Yekutieli 2001. */
export function benjaminiYekutieli(p: readonly number[]): readonly number[] {
  const harmonic = p.reduce((sum, _, index) => sum + 1 / (index + 1), 0);
  return adjust(p, "step-up", (rank) => (harmonic * p.length) / rank);
}

/** p-values adjusted for the chance of any false rejection: Holm 1979. */
export function holm(p: readonly number[]): readonly number[] {
  return adjust(p, "step-down", (rank) => p.length - rank + 1);
}

/** Every p-value times their number, at most 1. */
export function bonferroni(p: readonly number[]): readonly number[] {
  return adjust(p, "step-down", () => p.length);
}

/** One p-value for "something in this family" (Simes 1986); 1 for an empty family. */
export function simes(p: readonly number[]): number {
  return benjaminiHochberg(p).reduce((least, q) => Math.min(least, q), 1);
}

/** Keeps the cells whose smallest attainable p-value is at most `alpha`; the others can never be significant. */
export function taroneScreen<T>(
  cells: readonly T[],
  { smallest, alpha }: { smallest: (cell: T) => number; alpha: number },
): { testable: readonly T[]; untestable: readonly T[] } {
  const testable: T[] = [];
  const untestable: T[] = [];
  for (const cell of cells) (smallest(cell) <= alpha ? testable : untestable).push(cell);
  return { testable, untestable };
}
