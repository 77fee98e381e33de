import { benjaminiHochberg, taroneScreen } from "../stats/multiple-testing";

/** One member of a family of tests: `smallestP` null where every p-value could have come about. */
export interface Tested {
  p: number;
  smallestP: number | null;
}

export interface Corrected {
  /** In the order given; 1 where the member could not have been significant. */
  q: readonly number[];
  testable: number;
}

/**
 * q-values of one family (Benjamini and Hochberg) over those members that could have reached `alpha` at all (Tarone):
 * what cannot be significant would only dilute the rest.
 */
export function correctFamily(family: readonly Tested[], alpha: number): Corrected {
  const { testable } = taroneScreen(
    family.map(({ p, smallestP }, index) => ({ p, smallestP, index })),
    { smallest: ({ smallestP }) => smallestP ?? 0, alpha },
  );
  const adjusted = benjaminiHochberg(testable.map(({ p }) => p));
  const q = new Array<number>(family.length).fill(1);
  for (const [rank, { index }] of testable.entries()) q[index] = adjusted[rank] ?? 1;
  return { q, testable: testable.length };
}
