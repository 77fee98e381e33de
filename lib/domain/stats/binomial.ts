import { logBinomialMass } from "./binomial-mass";
import { incompleteBeta } from "./incomplete-beta";

/** ln P(X = x), X ~ Bin(trials, p); -Infinity outside 0..trials. */
export function logBinomialPmf(x: number, trials: number, p: number): number {
  return logBinomialMass(x, trials, p, 1 - p);
}

/** P(X >= x), X ~ Bin(trials, p): the tail itself, never one minus the rest of it. */
export function binomialUpper(x: number, trials: number, p: number): number {
  if (x <= 0) return 1;
  if (x > trials) return 0;
  return incompleteBeta(p, x, trials - x + 1);
}

/** P(X <= x), X ~ Bin(trials, p). */
export function binomialLower(x: number, trials: number, p: number): number {
  if (x < 0) return 0;
  if (x >= trials) return 1;
  return incompleteBeta(1 - p, trials - x, x + 1, p);
}
