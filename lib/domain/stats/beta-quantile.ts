import { incompleteBeta } from "./incomplete-beta";
import { requireProbability } from "./require";
import { findRoot } from "./root";

/** Log-odds beyond which x is 0 or 1 in double precision. */
const WIDEST = 740;

/** The x with I_x(a, b) = p, a > 0, b > 0. Sought by log-odds, so that an x of 1e-200 keeps its digits. */
export function betaQuantile(p: number, a: number, b: number): number {
  requireProbability(p, "p");
  if (p === 0 || p === 1) return p;
  const excess = (logOdds: number): number => {
    const x = 1 / (1 + Math.exp(-logOdds));
    const y = 1 / (1 + Math.exp(logOdds));
    return p <= 0.5 ? incompleteBeta(x, a, b, y) - p : 1 - p - incompleteBeta(y, b, a, x);
  };
  return 1 / (1 + Math.exp(-findRoot(excess, -WIDEST, WIDEST)));
}
