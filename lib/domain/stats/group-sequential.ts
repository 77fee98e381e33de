import { normalSf } from "./normal";
import { requireCount } from "./require";

/** One look of several: its bound on the z-scale, and the one-sided p-value that reaches it. */
export interface LookBound {
  look: number;
  z: number;
  nominalP: number;
}

function boundsAt(looks: number, z: (look: number) => number): readonly LookBound[] {
  requireCount(looks, "looks");
  return Array.from({ length: looks }, (_, index) => {
    const bound = z(index + 1);
    return { look: index + 1, z: bound, nominalP: normalSf(bound) };
  });
}

/**
 * O'Brien and Fleming: z of look k is constant · sqrt(looks/k), strict at first and nearly the full level at last.
 * The constant for two-sided 5 % and 4 looks is 2.024 (Jennison & Turnbull 2000, Table 2.3).
 */
export function obrienFlemingBounds(looks: number, constant: number): readonly LookBound[] {
  return boundsAt(looks, (look) => constant * Math.sqrt(looks / look));
}

/** Pocock: the same z at each look; 2.361 for two-sided 5 % and 4 looks (Jennison & Turnbull 2000, Table 2.1). */
export function pocockBounds(looks: number, constant: number): readonly LookBound[] {
  return boundsAt(looks, () => constant);
}
